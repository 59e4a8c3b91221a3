import { describe, expect, it } from "vitest";
import type { ForestShare } from "#lib/cascade/share-row.ts";
import { lagsInput } from "#lib/estimators/interval.ts";
import { activityInput } from "#lib/inputs/activity-input.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import { drawExponential, drawPoisson } from "#lib/stats/draw.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { DAY } from "#lib/time/lengths.ts";
import { compareArms, type NamedSource } from "./compare-arms.ts";

const HORIZON = 7 * DAY;
const NOW = 30 * DAY;
const RUNS = 40;

/** Fifteen cascades of one channel, as far as they are there by now: ten children a seed, K a share. */
function simulated(channel: string, startedAt: number, k: number, random: Random): ForestShare[] {
  const rest = { channel, mode: null, variant: null } as const;
  const shares: ForestShare[] = [];
  for (let seed = 0; seed < 15; seed++) {
    const queue = [
      { code: `${channel}${seed}`, via: null as string | null, at: startedAt + DAY * random.next() },
    ];
    for (const share of queue) {
      if (share.at > NOW) continue;
      const evidence = share.via === null ? null : "stated";
      const seedKind = share.via === null ? "organic" : null;
      shares.push({ ...rest, ...share, evidence, seedKind, person: share.code });
      const children = drawPoisson(random, share.via === null ? 10 : k);
      for (let child = 0; child < children; child++)
        queue.push({
          code: `${share.code}.${child}`,
          via: share.code,
          at: share.at + drawExponential(random, 2 * DAY),
        });
    }
  }
  return shares;
}

function sourcesOf(shares: readonly ForestShare[]): NamedSource[] {
  const forest = forestInput(shares);
  const inputs = { forest, lags: lagsInput(forest, NOW, HORIZON), activity: activityInput(forest, []) };
  return forest.channels.map((name, channel) => ({
    ...{ name, forest, inputs },
    tops: [...forest.roots].filter((root) => forest.channel[root] === channel),
  }));
}

const FRAME = { by: "channel", measure: "k", asOf: NOW, horizon: HORIZON, zone: "UTC" } as const;

function verdicts(k: { old: number; young: number }): string[] {
  return Array.from({ length: RUNS }, (_, run) => {
    const random = seededRandom(100 + run);
    const sources = sourcesOf([
      ...simulated("old", 0, k.old, random),
      ...simulated("young", 28 * DAY, k.young, random),
    ]);
    const found = compareArms(sources, { ...FRAME, judgedOn: "1970-01-30" });
    const [pair] = found?.pairs ?? [];
    if (pair === undefined) throw new Error("two channels make a pair");
    expect(found?.arms.map(({ name }) => name).sort()).toEqual(["old", "young"]);
    return pair.verdict === "first" ? pair.first : pair.verdict === "second" ? pair.second : pair.verdict;
  });
}

describe("two channels of which one began yesterday", () => {
  it("are not told apart by their age", () => {
    const decided = verdicts({ old: 0.6, young: 0.6 }).filter((verdict) => verdict !== "unclear");
    expect(decided.length).toBeLessThanOrEqual(0.15 * RUNS);
  });

  it("are told apart by how well they spread", () => {
    const found = verdicts({ old: 0.2, young: 0.9 }).filter((verdict) => verdict === "young");
    expect(found.length).toBeGreaterThanOrEqual(0.8 * RUNS);
  });
});

it("counts every sharer in full once all are mature", () => {
  const random = seededRandom(9);
  const sources = sourcesOf([
    ...simulated("a", -100 * DAY, 0.5, random),
    ...simulated("b", -100 * DAY, 0.5, random),
  ]);
  const { arms = [] } = compareArms(sources, { ...FRAME, judgedOn: null }) ?? {};
  expect(arms).toHaveLength(2);
  for (const { cases, events, rate } of arms) expect(rate.value).toBeCloseTo(events / cases, 12);
});

describe("channels side by side", () => {
  const among = (ks: Readonly<Record<string, number>>, seed = 5) => {
    const random = seededRandom(seed);
    const shares = Object.entries(ks).flatMap(([name, k]) => simulated(name, -100 * DAY, k, random));
    const found = compareArms(sourcesOf(shares), { ...FRAME, judgedOn: null });
    if (found === null) throw new Error("K is always known of");
    return found;
  };

  it("are ranked by K drawn towards that of all", () => {
    const { arms, pooling } = among({ a: 0.2, b: 0.5, c: 0.8 });
    expect(pooling).toBe("differ");
    expect(arms.map(({ name }) => name)).toEqual(["c", "b", "a"]);
    const [first, , last] = arms;
    expect(first?.pooled.value).toBeLessThan(first?.rate.value ?? 0);
    expect(last?.pooled.value).toBeGreaterThan(last?.rate.value ?? 1);
  });

  it("stand by name where they differ by no more than chance, and by K where two are too few to pool", () => {
    const alike = among({ b: 0.5, c: 0.5, a: 0.5 });
    expect(alike.pooling).toBe("alike");
    expect(alike.arms.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    const two = among({ a: 0.2, b: 0.8 });
    expect(two.pooling).toBe("too-few");
    expect(two.arms.map(({ name }) => name)).toEqual(["b", "a"]);
    expect(two.arms.map(({ pooled }) => pooled.value)).toEqual([null, null]);
  });
});
