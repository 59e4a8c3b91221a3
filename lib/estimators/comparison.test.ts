import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/stats/random.ts";
import type { CascadeCount } from "./cascade-ratio.ts";
import { compareArms, compareK, permuteCascades, planCascades } from "./comparison.ts";

interface ArmCounts {
  readonly shares: readonly number[];
  readonly children: readonly number[];
}
interface Comparison {
  readonly input: { readonly A: ArmCounts; readonly B: ArmCounts };
  readonly expected: {
    readonly ratio_B_over_A: number;
    readonly t: number;
    readonly df: number;
    readonly p: number;
    readonly ratio_ci95: readonly [number, number];
  };
}

// Counts of real cascades, under no licence to copy.
const realUrl = new URL("../../../shared/oracles/k-cluster.json", import.meta.url);
const armOf = ({ shares, children }: ArmCounts): CascadeCount[] =>
  shares.map((x, i) => ({ x, y: children[i]! }));
const equalArm = (cascades: number, y = 4) => Array.from({ length: cascades }, () => ({ x: 10, y }));

function expectComparison({ input, expected }: Comparison, tolerance: number): void {
  const { ratio, test } = compareK(armOf(input.A), armOf(input.B));
  if (ratio.value === null || test === null) throw new Error("no comparison");
  const pairs = [
    [ratio.value, expected.ratio_B_over_A],
    [ratio.low!, expected.ratio_ci95[0]],
    [ratio.high!, expected.ratio_ci95[1]],
    [test.t, expected.t],
    [test.df, expected.df],
    [test.p, expected.p],
  ] as const;
  for (const [actual, wanted] of pairs) expect(Math.abs(actual / wanted - 1)).toBeLessThan(tolerance);
}

describe("compareK", () => {
  it("equals the closed form, computed with numpy and scipy", () => {
    const input = {
      A: { shares: [10, 20, 5, 40, 8, 17], children: [3, 9, 1, 12, 5, 4] },
      B: { shares: [12, 30, 9, 22], children: [9, 14, 6, 19] },
    };
    const expected: Comparison["expected"] = {
      ratio_B_over_A: 1.93392425463336,
      t: 2.9908608397199887,
      df: 6.053053143329402,
      p: 0.024034914365243486,
      ratio_ci95: [1.128734600212912, 3.3135008193721656],
    };
    expectComparison({ input, expected }, 1e-9);
  });

  it.skipIf(!existsSync(realUrl))("equals ../shared/oracles/k-cluster.json when it is there", () => {
    const { ab_tests }: { ab_tests: Comparison[] } = JSON.parse(readFileSync(realUrl, "utf8"));
    for (const comparison of ab_tests) expectComparison(comparison, 1e-8);
  });

  it("turns round with its arms", () => {
    const a = [
      { x: 10, y: 3 },
      { x: 20, y: 9 },
      { x: 5, y: 1 },
    ];
    const b = [
      { x: 12, y: 9 },
      { x: 30, y: 14 },
      { x: 9, y: 6 },
    ];
    const [forth, back] = [compareK(a, b), compareK(b, a)];
    expect(forth.test!.t).toBeCloseTo(-back.test!.t, 12);
    expect(forth.test!.p).toBeCloseTo(back.test!.p, 12);
    expect(forth.ratio.value! * back.ratio.value!).toBeCloseTo(1, 12);
  });

  it.each([
    ["no children", equalArm(6, 0)],
    ["one cascade", equalArm(1)],
    ["one cascade with shares", [...equalArm(1), { x: 0, y: 0 }]],
    ["nothing", []],
  ])("has no ratio for an arm of %s", (_name, arm) => {
    const none = { ratio: { value: null, why: "too-few" }, test: null };
    expect(compareK(arm, equalArm(6))).toEqual(none);
    expect(compareK(equalArm(6), arm)).toEqual(none);
  });

  it("has no test where no cascade differs from another", () => {
    expect(compareK(equalArm(6), equalArm(6, 8))).toEqual({ ratio: { value: 2 }, test: null });
  });
});

describe("permuteCascades", () => {
  it("comes near the p of all ways to deal few cascades", () => {
    // Of the 20 ways to deal six equal cascades to two arms of three, 2 lie as far apart as these.
    const arms = [
      [
        { x: 10, y: 1 },
        { x: 10, y: 2 },
        { x: 10, y: 3 },
      ],
      [
        { x: 10, y: 4 },
        { x: 10, y: 5 },
        { x: 10, y: 6 },
      ],
    ];
    for (const given of [arms, arms.toReversed()]) {
      expect(Math.abs(permuteCascades(given, seededRandom(1)) - 0.1)).toBeLessThan(0.01);
    }
  });

  it("gives equal answers to equal seeds, and 1 to equal cascades", () => {
    const arms = [equalArm(5), [...equalArm(4), { x: 7, y: 5 }], equalArm(6)];
    expect(permuteCascades(arms, seededRandom(7))).toBe(permuteCascades(arms, seededRandom(7)));
    expect(permuteCascades([equalArm(5), equalArm(7)], seededRandom(1))).toBe(1);
  });

  it("keeps to its level when all arms are alike and finds an arm that is not", () => {
    const random = seededRandom(3);
    const draw = (k: number) => {
      const x = 5 + Math.floor(random.next() * 30);
      return { x, y: Math.round(x * k * (0.5 + random.next())) };
    };
    const arm = (cascades: number, k = 0.4) => Array.from({ length: cascades }, () => draw(k));
    const runs = Array.from({ length: 60 }, () => permuteCascades([arm(5), arm(6), arm(4)], random));
    expect(runs.filter((p) => p <= 0.05).length).toBeLessThanOrEqual(8);
    expect(permuteCascades([arm(8), arm(8), arm(8, 1)], random)).toBeLessThan(0.01);
  });
});

describe("compareArms", () => {
  const random = seededRandom(5);
  const arm = (cascades: number, k: number) =>
    Array.from({ length: cascades }, (_, i) => ({ x: 20 + i, y: Math.round((20 + i) * k) + (i % 3) }));

  it("chooses the test by the cascades at hand and corrects for the number of pairs", () => {
    const { overall, pairs } = compareArms([arm(12, 0.3), arm(14, 0.3), arm(6, 0.9), arm(3, 0.3)], random);
    expect(overall).toBeLessThan(0.01);
    expect(pairs.map(({ a, b, by }) => [a, b, by])).toEqual([
      [0, 1, "cluster-t"],
      [0, 2, "permutation"],
      [0, 3, "none"],
      [1, 2, "permutation"],
      [1, 3, "none"],
      [2, 3, "none"],
    ]);
    for (const { p, adjusted, ratio } of pairs) {
      if (p === null) expect([adjusted, ratio]).toEqual([null, { value: null, why: "too-few" }]);
      else expect(adjusted).toBeGreaterThanOrEqual(p);
    }
    expect(pairs[1]!.adjusted).toBeCloseTo(3 * pairs[1]!.p!, 3);
  });

  it("shows counts only when nothing can be tested", () => {
    expect(compareArms([arm(12, 0.3), arm(4, 0.3)], random)).toMatchObject({
      overall: null,
      pairs: [{ by: "none" }],
    });
    expect(compareArms([], random)).toEqual({ overall: null, pairs: [] });
  });
});

it("plans about 220 cascades an arm for a ratio of 1.2 at the spread of public reposts", () => {
  expect(planCascades(0.68, 1.2)).toBe(219);
  expect(planCascades(0.68, 1 / 1.2)).toBe(219);
  expect(planCascades(0.68, 1)).toBe(Number.POSITIVE_INFINITY);
});
