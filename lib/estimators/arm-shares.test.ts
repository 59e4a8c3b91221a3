import { describe, expect, it } from "vitest";
import type { ForestShare } from "#lib/cascade/share-row.ts";
import { type ForestInput, forestInput } from "#lib/inputs/forest-input.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";
import { armShares, clustersAt, clustersSpread, curveAt, partOf, reachOf } from "./arm-shares.ts";
import { armsOfK } from "./arms-of-k.ts";
import { defaultKernel } from "./lag-distribution.ts";
import { kReach, lagSample } from "./lag-sample.ts";
import { meanCumulativeFunction } from "./mean-cumulative-function.ts";

const HORIZON = 3 * DAY;

/** Trees in any order of time: ties, children before their parents by minutes, and roots of later. */
function grown(random: Random, roots: number, shares: number): ForestInput {
  const blank = { channel: "x", mode: null, variant: null, evidence: null } as const;
  const all: ForestShare[] = [];
  for (let i = 0; i < shares; i++) {
    const above = i < roots ? null : all[Math.floor(random.next() * all.length)];
    const lag = random.next() < 0.1 ? -20 * MINUTE * random.next() : 30 * HOUR * random.next() ** 3;
    const at =
      above == null ? DAY * random.next() * 4 : above.at + Math.round(lag / (5 * MINUTE)) * 5 * MINUTE;
    const code = `s${i}`;
    all.push({
      ...{ ...blank, code, person: code, at, via: above?.code ?? null },
      seedKind: above == null ? "organic" : null,
    });
  }
  return forestInput(all);
}

describe("an arm at any instant of its past", () => {
  const random = seededRandom(17);
  const forest = grown(random, 12, 400);
  const tops = [...forest.roots];
  const arm = armShares(forest, tops, [...tops.keys()]);
  const instants = [0, 6 * HOUR, DAY, 2.5 * DAY, 5 * DAY, 30 * DAY];

  it.each(instants)("reaches as far, and rises as, the sample of that instant does: %d", (asOf) => {
    const sample = lagSample(forest, asOf, "sharers");
    expect(clustersSpread(arm, asOf)).toBe(sample.cascades);
    expect(reachOf(arm, asOf, HORIZON)).toBe(kReach(sample, HORIZON));
    const timed = { ...sample, lag: sample.lag.filter((_, child) => sample.mistimed[child] === 0) };
    const whole = meanCumulativeFunction(timed, HORIZON);
    const curve = curveAt([arm], asOf, HORIZON);
    expect(curve.age).toEqual([...whole.age]);
    expect(curve.lags).toBe(timed.lag.filter((lag) => lag <= HORIZON).length);
    for (const [i, value] of curve.value.entries())
      expect(value).toBeCloseTo(whole.value[i] ?? Number.NaN, 10);
  });

  it.each(instants)("has effective shares and children by then alone: %d", (asOf) => {
    const cut = 20 * HOUR;
    const curve = curveAt([arm], asOf, cut);
    const counts = clustersAt(arm, asOf, { cut, part: partOf(curve) });
    const wanted = tops.map(() => ({ x: 0, y: 0 }));
    for (let node = 0; node < forest.size; node++) {
      const [at, above] = [forest.at[node] ?? 0, forest.parent[node] ?? -1];
      const count = wanted[tops.indexOf(forest.root[node] ?? -1)];
      if (at > asOf || above === -1 || count === undefined) continue;
      const steps = curve.age.filter((age) => age <= asOf - at).length;
      const part = (curve.value[steps - 1] ?? 0) / (curve.value.at(-1) ?? 1);
      count.x += asOf - at >= cut ? 1 : steps === 0 ? 0 : part;
      const parentAt = forest.at[above] ?? 0;
      if (forest.parent[above] !== -1 && parentAt <= asOf && at - parentAt <= cut) count.y += 1;
    }
    counts.forEach(({ x, y }, i) => {
      expect(x).toBeCloseTo(wanted[i]?.x ?? Number.NaN, 9);
      expect(y).toBe(wanted[i]?.y);
    });
  });

  it("is one with another where their lags are pooled", () => {
    const half = tops.filter((_, i) => i % 2 === 0);
    const rest = tops.filter((_, i) => i % 2 === 1);
    const arms = [half, rest].map((own) => armShares(forest, own, [...own.keys()]));
    const [pooled, whole] = [curveAt(arms, 2.5 * DAY, HORIZON), curveAt([arm], 2.5 * DAY, HORIZON)];
    expect(pooled.age).toEqual(whole.age);
    expect(pooled.lags).toBe(whole.lags);
    for (const [i, value] of pooled.value.entries())
      expect(value).toBeCloseTo(whole.value[i] ?? Number.NaN, 10);
  });

  it("has the cascades of one seeder as one cluster", () => {
    const single = armShares(
      forest,
      tops,
      tops.map(() => 0),
    );
    expect(single.clusters).toBe(1);
    expect(clustersSpread(single, 30 * DAY)).toBe(1);
    const part = partOf(curveAt([single], 30 * DAY, HORIZON));
    expect(clustersAt(single, 30 * DAY, { cut: HORIZON, part })[0]?.x).toBe(forest.size - tops.length);
  });
});

describe("arms by K", () => {
  const random = seededRandom(18);
  const [many, few] = [grown(random, 8, 300), grown(random, 4, 30)].map((forest) => {
    const tops = [...forest.roots];
    return armShares(forest, tops, [...tops.keys()]);
  });
  if (many === undefined || few === undefined) throw new Error("no arms");

  it("go each by its own lags, and where one has fewer than fifty by those of all", () => {
    const asOf = 5 * DAY;
    const own = armsOfK([many, many], HORIZON).at([0, 1], asOf);
    expect(own.pooledLags).toBe(false);
    const cut = reachOf(many, asOf, HORIZON);
    const alone = clustersAt(many, asOf, { cut, part: partOf(curveAt([many], asOf, cut)) });
    expect(own.counts).toEqual([alone, alone]);
    const both = armsOfK([many, few], HORIZON).at([0, 1], asOf);
    const reach = Math.min(cut, reachOf(few, asOf, HORIZON));
    expect(both).toMatchObject({ pooledLags: true, within: reach });
    const pooled = () => partOf(curveAt([many, few], asOf, reach));
    expect(both.counts).toEqual(
      [many, few].map((one) => clustersAt(one, asOf, { cut: reach, part: pooled() })),
    );
  });

  it("go by the assumed lags where both together have too few, and both stop at the smaller age", () => {
    const asOf = 5 * DAY;
    const { counts, within } = armsOfK([few, few], HORIZON).at([0, 1], asOf);
    const cut = reachOf(few, asOf, HORIZON);
    expect(within).toBe(cut);
    const assumed = clustersAt(few, asOf, { cut, part: defaultKernel(cut).cdf });
    expect(curveAt([few, few], asOf, cut).lags).toBeLessThan(50);
    expect(counts).toEqual([assumed, assumed]);
  });
});
