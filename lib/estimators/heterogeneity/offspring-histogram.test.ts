import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { offspringHistogram } from "./offspring-histogram.ts";
import { offspringSample } from "./offspring-sample.ts";

const HORIZON = 100;
const link = (code: string, via: string | null, at: number) => ({ code, via, at });

describe("offspring histogram", () => {
  const forest = buildForest([
    link("seed", null, 0),
    link("a", "seed", 1),
    link("b", "seed", 2),
    link("late", "a", 150),
    link("a1", "a", 50),
    link("skewed", "a", 0),
    link("orphan", "gone", 3),
    link("o1", "orphan", 4),
    link("future", "b", 500),
  ]);

  it("counts children within the horizon of mature sharers, orphans included, seeds not", () => {
    // a: a1 and skewed; orphan: o1; b, a1, skewed, o1: none. "late" is too young and born too late for a.
    expect(offspringHistogram(forest, 200, HORIZON)).toEqual(
      new Map([
        [0, 4],
        [1, 1],
        [2, 1],
      ]),
    );
  });

  it("knows no sharer before the first is mature", () => {
    expect(offspringHistogram(forest, 90, HORIZON)).toEqual(new Map());
  });

  it("weighs young sharers by their age", () => {
    const { histogram, groups } = offspringSample(forest, 52, HORIZON, (age) => Math.min(1, age / HORIZON));
    expect([...histogram].reduce((sum, [, shares]) => sum + shares, 0)).toBe(6);
    const exposure = groups.reduce((sum, group) => sum + group.exposure * group.shares, 0);
    expect(exposure).toBeCloseTo(0.51 + 0.5 + 0.49 + 0.48 + 0.02 + 0.52, 12);
    expect(groups.reduce((sum, group) => sum + group.children, 0)).toBe(3);
  });
});
