import { describe, expect, it } from "vitest";
import { sharesOfEvents } from "#lib/cascade/shares-of-events.ts";
import type { CascadeSummary } from "#lib/inputs/cascades-input.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { DAY } from "#lib/time/lengths.ts";
import { amplification30Days } from "./amplification-30-days.ts";
import { effectiveCpa } from "./effective-cpa.ts";
import { expectedAmplification } from "./expected-amplification.ts";
import { expectedConcentration80 } from "./expected-concentration-80.ts";
import { inputsOfForest } from "./inputs-of-forest.ts";
import { k } from "./k.ts";
import { kTrend } from "./k-trend.ts";
import { paidCpa } from "./paid-cpa.ts";
import { rFromGrowth } from "./r-from-growth.ts";
import { sizeGini } from "./size-gini.ts";
import { sizeMedian } from "./size-median.ts";
import { tenMore } from "./ten-more.ts";
import { topCascades } from "./top-cascades.ts";
import { viralLift } from "./viral-lift.ts";

const CONTEXT = { asOf: 70 * DAY, horizon: 7 * DAY, zone: "UTC" };

const events = simulateCampaign(defaultPlan(0), seededRandom(4));
const shares = sharesOfEvents(events).map((share, i) => ({
  ...share,
  seedKind: share.via === null && i % 2 === 0 ? ("paid" as const) : share.seedKind,
}));
const conversions = shares
  .filter((_, i) => i % 3 === 0)
  .map(({ code, at }, i) => ({ person: `c${i}`, via: code, occurredAt: at + DAY, value: 1 }));
const money = { conversions, spend: { amount: 1000, currency: "SAR" } };
const inputs = inputsOfForest(forestInput(shares), money, CONTEXT);
const numberOf = ({ value }: { value: number | null }) => value ?? Number.NaN;

function sized(sizes: readonly number[], startedAt = 0) {
  const cascades = sizes.map((size) => ({ size, seeded: true, startedAt }) as CascadeSummary);
  return { cascades: { cascades, sharers: 0 } };
}

describe("sizes of finished cascades", () => {
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 55];
  it("have the median, the inequality and the top that are counted by hand", () => {
    expect(sizeMedian.compute(sized(ten), CONTEXT)).toEqual({ value: 5.5 });
    // Σ (2i − n − 1) x / (n Σ x) with i from 1: (−9·1 − 7·2 − 5·3 − 3·4 − 1·5 + 1·6 + 3·7 + 5·8 + 7·9 + 9·55) / 1000.
    expect(numberOf(sizeGini.compute(sized(ten), CONTEXT))).toBeCloseTo(0.57, 12);
    // A twentieth of ten is half of the largest.
    expect(numberOf(topCascades.compute(sized(ten), CONTEXT))).toBeCloseTo(27.5 / 100, 12);
  });

  it.each([sizeMedian, sizeGini, topCascades])(
    "are too few below ten, and growing while they are young",
    (metric) => {
      expect(metric.compute(sized(ten.slice(1)), CONTEXT)).toEqual({ value: null, why: "too-few" });
      expect(metric.compute(sized(ten, 69 * DAY), CONTEXT)).toEqual({ value: null, why: "censored" });
      expect(metric.compute(sized([]), CONTEXT)).toEqual({ value: null, why: "empty" });
    },
  );
});

describe("what follows from K", () => {
  it("amplifies in thirty days nearly as much as ever, below K of 1", () => {
    const [ever, month] = [expectedAmplification, amplification30Days].map((metric) =>
      numberOf(metric.compute(inputs, CONTEXT)),
    );
    expect(month).toBeLessThanOrEqual(ever ?? 0);
    expect(month).toBeGreaterThan(0.99 * (ever ?? 0));
  });

  it("is about 1 from a level series, and grows and falls with it", () => {
    const from = (counts: readonly number[]) =>
      numberOf(
        rFromGrowth.compute({ ...inputs, counts: { grain: "day", counts, edges: daysOf(counts) } }, CONTEXT),
      );
    const daysOf = (counts: readonly number[]) => [...counts.keys(), counts.length].map((day) => day * DAY);
    expect(from(new Array(14).fill(40))).toBeCloseTo(1, 9);
    expect(from(Array.from({ length: 14 }, (_, i) => Math.round(40 * 1.1 ** i)))).toBeGreaterThan(1.01);
    expect(from(Array.from({ length: 14 }, (_, i) => Math.round(400 * 0.9 ** i)))).toBeLessThan(0.99);
  });

  it("has no trend in a campaign of one K, and one where it falls", () => {
    const steady = kTrend.compute(inputs, CONTEXT);
    expect(numberOf(steady)).toBeGreaterThan(0.9);
    expect(numberOf(steady)).toBeLessThan(1.1);
    // From the second day on two of three children go, with all below them.
    const gone = new Set<string>();
    const fading = shares.filter(({ code, via, at }, i) => {
      const goes = via !== null && (gone.has(via) || (at > DAY && i % 3 > 0));
      if (goes) gone.add(code);
      return !goes;
    });
    expect(
      numberOf(kTrend.compute(inputsOfForest(forestInput(fading), money, CONTEXT), CONTEXT)),
    ).toBeLessThan(numberOf(steady));
  });

  it("leads to ten more as seldom as it does in simulation", () => {
    const { parent, size } = inputs.forest;
    const below = new Int32Array(size);
    for (let share = size - 1; share >= 0; share--) {
      const above = parent[share] ?? -1;
      if (above !== -1) below[above] = (below[above] ?? 0) + (below[share] ?? 0) + 1;
    }
    const sharers = Array.from(below.keys()).filter((share) => parent[share] !== -1);
    const seen = sharers.filter((share) => (below[share] ?? 0) >= 10).length / sharers.length;
    const chance = tenMore.compute(inputs, CONTEXT);
    expect(Math.abs(numberOf(chance) - seen)).toBeLessThan(0.01);
    expect(chance).toMatchObject({ low: expect.any(Number), high: expect.any(Number) });
    expect(numberOf(k.compute(inputs, CONTEXT))).toBeGreaterThan(0.3);
  });

  it("expects the concentration of the law that was simulated", () => {
    const expected = expectedConcentration80.compute(inputs, CONTEXT);
    expect(numberOf(expected)).toBeGreaterThan(0.05);
    expect(numberOf(expected)).toBeLessThan(0.2);
  });
});

it("viral lift is what sharing saved of the paid price", () => {
  const [paid, effective, lift] = [paidCpa, effectiveCpa, viralLift].map((metric) =>
    numberOf(metric.compute(inputs, CONTEXT)),
  );
  expect(lift).toBeCloseTo(1 - (effective ?? 0) / (paid ?? 1), 12);
  expect(lift).toBeGreaterThan(0);
});
