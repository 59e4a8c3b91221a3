import { describe, expect, it } from "vitest";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { CampaignPlan } from "#lib/simulate/campaign-plan.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { DAY } from "#lib/time/lengths.ts";

const START = Date.UTC(2024, 4, 1);
const base = defaultPlan(START);

function simulateShares(plan: CampaignPlan, seed: number): CampaignEvent[] {
  return simulateCampaign(plan, seededRandom(seed)).filter((event) => event.kind === "share");
}

describe("offspring", () => {
  const plan: CampaignPlan = {
    ...base,
    endAt: START + 120 * DAY,
    k0: 25,
    dispersion: 0.3,
    seeds: { ...base.seeds, count: 800 },
  };
  const shares = simulateShares(plan, 11);
  const children = new Map<string, number>();
  const cascade = new Map<string, string>();
  for (const { code, via } of shares) {
    children.set(via ?? "", (children.get(via ?? "") ?? 0) + 1);
    cascade.set(code ?? "", cascade.get(via ?? "") ?? code ?? "");
  }
  const sharers = shares.filter((share) => share.via !== null);
  const offspring = sharers.map((share) => children.get(share.code ?? "") ?? 0);
  const mean = offspring.reduce((sum, count) => sum + count, 0) / offspring.length;

  it("has the planned K, within three cascade-clustered standard errors", () => {
    const residuals = new Map<string, number>();
    sharers.forEach((share, index) => {
      const root = cascade.get(share.code ?? "") ?? "";
      residuals.set(root, (residuals.get(root) ?? 0) + (offspring[index] ?? 0) - mean);
    });
    let sumOfSquares = 0;
    for (const residual of residuals.values()) sumOfSquares += residual ** 2;
    const cascades = residuals.size;
    const standardError = Math.sqrt((cascades / (cascades - 1)) * sumOfSquares) / sharers.length;
    expect(standardError).toBeLessThan(0.02);
    expect(Math.abs(mean - plan.k)).toBeLessThan(3 * standardError);
  });

  it("has the variance that the dispersion implies", () => {
    const variance = offspring.reduce((sum, count) => sum + (count - mean) ** 2, 0) / offspring.length;
    const dispersion = mean ** 2 / (variance - mean);
    expect(dispersion).toBeGreaterThan(0.3 / 1.2);
    expect(dispersion).toBeLessThan(0.3 * 1.2);
  });

  it("gives seeds the planned mean and a heavier tail", () => {
    const bySeed = shares
      .filter((share) => share.via === null)
      .map((seed) => children.get(seed.code ?? "") ?? 0);
    const k0 = bySeed.reduce((sum, count) => sum + count, 0) / bySeed.length;
    const standardDeviation = plan.k0 * Math.sqrt(Math.expm1(plan.seedSpread ** 2) + 1 / plan.k0);
    expect(Math.abs(k0 - plan.k0)).toBeLessThan((3 * standardDeviation) / Math.sqrt(bySeed.length));
    expect(Math.max(...bySeed)).toBeGreaterThan(4 * plan.k0);
  });
});

describe("generation interval", () => {
  function medianInterval(plan: CampaignPlan): number {
    const sharedAt = new Map<string | null, number>();
    const intervals: number[] = [];
    for (const share of simulateShares(plan, 13)) {
      sharedAt.set(share.code, share.occurredAt);
      const parentAt = sharedAt.get(share.via);
      if (parentAt !== undefined) intervals.push(share.occurredAt - parentAt);
    }
    return intervals.sort((a, b) => a - b)[Math.floor(intervals.length / 2)] ?? Number.NaN;
  }

  it("has the median of the truncated Lomax kernel when followed to the end", () => {
    const within = 1 - (750 / (7 * 86_400 + 750)) ** 0.41;
    const kernelMedian = 750_000 * ((1 - within / 2) ** (-1 / 0.41) - 1);
    const observed = medianInterval({ ...base, activity: null });
    expect(Math.abs(observed / kernelMedian - 1)).toBeLessThan(0.1);
  });

  it("has the median of an exponential kernel, and a shorter one while the campaign is young", () => {
    const interval = { kind: "exponential", mean: DAY, horizon: 30 * DAY } as const;
    const plan = { ...base, activity: null, interval };
    expect(Math.abs(medianInterval(plan) / (DAY * Math.LN2) - 1)).toBeLessThan(0.1);
    expect(medianInterval({ ...plan, endAt: START + DAY })).toBeLessThan(0.6 * DAY * Math.LN2);
  });
});
