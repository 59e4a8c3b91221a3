import { describe, expect, it } from "vitest";
import type { ForestShare } from "#lib/cascade/share-row.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import { drawExponential, drawGamma, drawPoisson } from "#lib/stats/draw.ts";
import type { Cluster } from "#lib/stats/permutation.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { armShares } from "./arm-shares.ts";
import { armsOfK } from "./arms-of-k.ts";
import { compareOnDay, compareRunning } from "./comparison.ts";
import type { ArmsHistory } from "./standing-arms.ts";

/** Arms that stand as given at every instant. */
const still = (...arms: (readonly Cluster[])[]): ArmsHistory => ({
  arms: arms.length,
  most: (arm) => arms[arm]?.filter(({ x }) => x > 0).length ?? 0,
  at: (asked) => ({ unit: 1, counts: asked.map((arm) => arms[arm] ?? []), pooledLags: false, within: null }),
});
const arm = (clusters: number, k: number): Cluster[] =>
  Array.from({ length: clusters }, (_, i) => ({ x: 20 + i, y: Math.round((20 + i) * k) + (i % 3) }));
const childless = (clusters: number) => arm(clusters, 0).map(({ x }) => ({ x, y: 0 }));

describe("on the day that was set", () => {
  it("has p from two cascades an arm, and a ratio from five", () => {
    const shown = (a: number, b: number) => {
      const { p, ratio, verdict } = compareOnDay(still(arm(a, 0.3), arm(b, 0.9)), 0).pairs[0] ?? {};
      return [p !== null, ratio?.value != null, verdict];
    };
    expect(shown(1, 9)).toEqual([false, false, "too-few"]);
    expect(shown(2, 4)).toEqual([true, false, "unclear"]);
    expect(shown(4, 9)).toEqual([true, false, "second"]);
    expect(shown(5, 5)).toEqual([true, true, "second"]);
    expect(shown(30, 30)).toEqual([true, true, "second"]);
  });

  it("has p and no ratio where an arm has no children, and says which way", () => {
    const pair = compareOnDay(still(childless(9), arm(9, 0.5)), 0).pairs[0];
    expect(pair?.p).toBeLessThan(0.001);
    expect(pair).toMatchObject({
      ratio: { value: null, why: "too-few" },
      verdict: "second",
    });
    expect(compareOnDay(still(arm(9, 0.5), childless(9)), 0).pairs[0]?.verdict).toBe("first");
    expect(compareOnDay(still(childless(9), childless(9)), 0).pairs[0]?.verdict).toBe("too-few");
  });

  it("follows the permutation in words, wherever the interval lies", () => {
    for (const seed of Array.from({ length: 40 }, (_, i) => i)) {
      const random = seededRandom(seed);
      const draw = (k: number) =>
        Array.from({ length: 6 }, () => ({
          x: 30,
          y: drawPoisson(random, 30 * k * drawGamma(random, 3) * 0.33),
        }));
      const pair = compareOnDay(still(draw(0.3), draw(0.6)), 0).pairs[0];
      if (pair === undefined || pair.p === null) throw new Error("no test");
      expect(pair.verdict === "unclear").toBe(pair.p >= 0.05);
    }
  });

  it("tests three arms at once, then pairs, each p allowing for their number", () => {
    const { overall, pairs } = compareOnDay(still(arm(12, 0.3), arm(14, 0.3), arm(6, 0.9), arm(1, 0.3)), 0);
    expect(overall).toBeLessThan(0.01);
    expect(pairs.map(({ a, b, verdict }) => [a, b, verdict])).toEqual([
      [0, 1, "unclear"],
      [0, 2, "second"],
      [0, 3, "too-few"],
      [1, 2, "second"],
      [1, 3, "too-few"],
      [2, 3, "too-few"],
    ]);
    expect(pairs[1]?.adjusted).toBeCloseTo(3 * (pairs[1]?.p ?? 1), 3);
    expect(compareOnDay(still(arm(12, 0.3), arm(4, 0.3)), 0).overall).toBeNull();
    expect(compareOnDay(still(), 0)).toEqual({ overall: null, pairs: [] });
  });
});

describe("while it runs", () => {
  it("says nothing below ten effective cascades in each arm", () => {
    const [few, enough] = [arm(9, 0.3), arm(12, 0.9)].map((one) => still(one, arm(40, 0.9)));
    if (few === undefined || enough === undefined) throw new Error("no arms");
    expect(compareRunning(few, [0]).pairs[0]).toMatchObject({
      p: null,
      ratio: { value: null },
      verdict: "too-few",
    });
    expect(compareRunning(enough, [0]).pairs[0]).toMatchObject({ verdict: "unclear" });
    expect(compareRunning(still(arm(40, 0.3), arm(40, 0.9)), [0])).toMatchObject({
      overall: null,
      pairs: [{ verdict: "second", changed: false }],
    });
  });

  it("keeps a finding of an earlier look, and says when the evidence has changed", () => {
    const before = still(arm(40, 0.3), arm(40, 0.9));
    const history = (after: ArmsHistory): ArmsHistory => ({
      ...before,
      at: (arms, asOf) => (asOf < 5 ? before : after).at(arms, asOf),
    });
    const faded = compareRunning(history(still(arm(40, 0.5), arm(40, 0.55))), [1, 2, 9]).pairs[0];
    expect(faded).toMatchObject({
      verdict: "unclear",
      changed: true,
      p: compareRunning(before, [1]).pairs[0]?.p,
    });
    const turned = compareRunning(history(still(arm(90, 0.9), arm(90, 0.3))), [1, 2, 9]).pairs[0];
    expect(turned).toMatchObject({ verdict: "first", changed: true });
  });

  it("has its ratio within its range, ends in order", () => {
    const looks = [0.9, 0.5, 0.6, 0.55].map((k, i) => still(arm(20 + 10 * i, 0.4), arm(20 + 10 * i, k)));
    const history: ArmsHistory = {
      arms: 2,
      most: () => 20,
      at: (arms, asOf) => (looks[asOf] ?? still()).at(arms, asOf),
    };
    looks.forEach((_, last) => {
      const { ratio } = compareRunning(history, [...looks.keys()].slice(0, last + 1)).pairs[0] ?? {};
      if (ratio?.value == null || ratio.low === undefined || ratio.high === undefined)
        throw new Error("no ratio");
      expect(ratio.low).toBeLessThanOrEqual(ratio.value);
      expect(ratio.value).toBeLessThanOrEqual(ratio.high);
    });
  });
});

/** Seeds planted day by day, whose cascades differ; children come after hours. */
function campaign(k: number, random: Random): ForestShare[] {
  const rest = { channel: "x", mode: null, variant: null, evidence: null } as const;
  const shares: ForestShare[] = [];
  for (let seed = 0; seed < 38; seed++) {
    // Below 1, or some would never end.
    const own = Math.min(0.8, k * drawGamma(random, 4) * 0.25);
    const queue = [{ code: `${seed}`, via: null as string | null, at: Math.floor(seed / 2) * DAY }];
    for (const share of queue) {
      shares.push({ ...rest, ...share, person: share.code, seedKind: share.via === null ? "organic" : null });
      const children = drawPoisson(random, share.via === null ? 8 : own);
      for (let child = 0; child < children; child++)
        queue.push({
          code: `${share.code}.${child}`,
          via: share.code,
          at: share.at + drawExponential(random, 9 * HOUR),
        });
    }
  }
  return shares;
}

function comparison(ks: readonly [number, number], random: Random): ArmsHistory {
  return armsOfK(
    ks.map((k) => {
      const forest = forestInput(campaign(k, random));
      const tops = [...forest.roots];
      return armShares(forest, tops, [...tops.keys()]);
    }),
    7 * DAY,
  );
}

describe("two arms of two seeds a day, over nineteen days", () => {
  const RUNS = 120;
  /** Each takes ten thousand deals. */
  const DAYS = 60;
  const everNamed = (ks: readonly [number, number], random: Random) => {
    const history = comparison(ks, random);
    const looks = Array.from({ length: 19 }, (_, day) => (day + 1) * DAY);
    // The least p of all looks decides, so that the last one tells of all.
    return compareRunning(history, looks).pairs[0]?.verdict;
  };

  it("are told apart at any of the daily looks in no more than one of twenty comparisons of equals", () => {
    const random = seededRandom(21);
    const named = Array.from({ length: RUNS }, () => everNamed([0.5, 0.5], random)).filter(
      (verdict) => verdict === "first" || verdict === "second",
    );
    expect(named.length).toBeLessThanOrEqual(0.06 * RUNS);
  });

  it("are told apart by how well they spread", () => {
    const random = seededRandom(22);
    const verdicts = Array.from({ length: 30 }, () => everNamed([0.2, 0.6], random));
    expect(verdicts.filter((verdict) => verdict === "second").length).toBeGreaterThanOrEqual(27);
  });

  it("are told apart on one day in about one of twenty comparisons of equals", () => {
    const random = seededRandom(23);
    const named = Array.from({ length: DAYS }, () =>
      compareOnDay(comparison([0.5, 0.5], random), 19 * DAY),
    ).filter(({ pairs }) => (pairs[0]?.p ?? 1) < 0.05);
    // Three standard errors of sixty at 5 %.
    expect(named.length).toBeLessThanOrEqual((0.05 + 3 * Math.sqrt((0.05 * 0.95) / DAYS)) * DAYS);
    expect(named.length).toBeGreaterThan(0);
  });
});
