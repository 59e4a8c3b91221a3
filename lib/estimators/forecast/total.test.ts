import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulateCampaigns } from "#lib/estimators/forecast/testing/campaigns.ts";
import { APART, CASCADES, HORIZON, teller, tried } from "#lib/estimators/forecast/testing/tried-totals.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { HOUR } from "#lib/time/lengths.ts";
import { forecastModels } from "./models.ts";
import type { OfCampaign } from "./past-campaigns.ts";
import { forecastTotal, probabilityOfTotal } from "./total.ts";

describe("totals of campaigns", () => {
  it("like the history are covered", () => {
    const { unlike, in80, in95 } = tried(15, 40, APART, [6 * HOUR]);
    expect(unlike).toBeLessThan(0.15);
    expect(in80).toBeGreaterThan(0.68);
    expect(in80).toBeLessThan(0.95);
    expect(in95).toBeGreaterThan(0.85);
  });

  it("with lags eight times as long are known for unlike", () => {
    expect(tried(15, 10, { ...APART, lag: 8 * HOUR }, [6 * HOUR]).unlike).toBeGreaterThan(0.9);
  });
});

describe("forecastTotal", () => {
  const random = seededRandom(7);
  const past = simulateCampaigns(random, 16, CASCADES, APART);
  const campaign = simulateCampaigns(random, 1, CASCADES, APART)[0] ?? [];

  it("needs three campaigns, or three blocks of 20 cascades, and something that grows", () => {
    expect(teller(past.slice(0, 3).flat())(campaign, HOUR)).not.toBeNull();
    const ofOne = past.flat().map((cascade) => ({ ...cascade, campaignId: 1 }));
    expect(teller(ofOne.slice(0, 59))(campaign, HOUR)).toBeNull();
    expect(teller(ofOne.slice(0, 60))(campaign, HOUR)).not.toBeNull();
    expect(teller(past.flat())([], HOUR)).toBeNull();
  });

  it("repeats itself, in order, with draws for any goal", () => {
    const forecast = teller(past.flat())(campaign, HOUR);
    expect(teller(past.flat())(campaign, HOUR)).toEqual(forecast);
    const { value, interval80, interval95, draws } = forecast ?? {};
    const ends = [interval95?.low, interval80?.low, value, interval80?.high, interval95?.high].map(Number);
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    expect(draws).toHaveLength(past.length);
    expect(probabilityOfTotal(Array.from(draws ?? []), Number(value))).toBeCloseTo(0.5, 1);
  });

  it("never ends below what is there already", () => {
    const live = campaign.map((cascade) => ({ cascade, age: HOUR, size: 10_000 }));
    const modelAt = forecastModels(past.flat(), HORIZON, () => 0);
    for (const some of [past, past.slice(0, 5)]) {
      const source = {
        horizon: HORIZON,
        history: some.flat(),
        modelFor: (_: OfCampaign, age: number) => modelAt(age),
      };
      const forecast = forecastTotal(live, { campaigns: some }, source, seededRandom(1));
      expect(forecast?.value).toBe(200_000);
    }
  });

  it("counts on cascades that nobody has passed on yet, as such have fared before", () => {
    const seeds = campaign.map(({ times, ...cascade }) => ({
      ...cascade,
      times: times.filter((at) => at === 0),
    }));
    const tell = teller(past.flat());
    expect(tell(seeds, 0)?.value).toBeGreaterThan(3 * CASCADES);
    expect(tell(seeds, 6 * HOUR)?.value).toBeLessThan(1.3 * CASCADES);
  });
});

describe("probability of a total", () => {
  it("is the part of the draws that reach the goal, the goal itself included", () => {
    const draws = [10, 20, 20, 30];
    expect(probabilityOfTotal(draws, 20)).toBe(0.75);
    expect(probabilityOfTotal(draws, 21)).toBe(0.25);
  });

  it("never claims certainty from draws, and knows nothing without them", () => {
    expect(probabilityOfTotal([10, 20], 5)).toBe(0.75);
    expect(probabilityOfTotal([10, 20], 50)).toBe(0.25);
    expect(probabilityOfTotal([], 5)).toBeNull();
  });

  it("falls as the goal rises and agrees with counting", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }), (numbers) => {
        const draws = numbers.toSorted((a, b) => a - b);
        let last = 1;
        for (let goal = 0; goal <= 51; goal++) {
          const counted = draws.filter((draw) => draw >= goal).length / draws.length;
          const p = probabilityOfTotal(draws, goal) ?? Number.NaN;
          expect(p).toBeLessThanOrEqual(last);
          expect(Math.abs(p - counted)).toBeLessThanOrEqual(0.5 / draws.length + 1e-12);
          last = p;
        }
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});
