import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { forestOf, linksOf } from "#lib/estimators/testing/rt-forest.ts";
import { cascadeRatio } from "./cascade-ratio.ts";
import { cohortParts, cohortRows } from "./cohorts.ts";
import { rtPosterior } from "./rt-posterior.ts";
import { cohortTable } from "./testing/cohort-table.ts";

const near = (actual: number | null | undefined, expected: number, relative = 1e-8) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));

// Uniform lags up to 10, so that exposure can be written down by hand.
const uniform = { lagCdf: (age: number) => Math.min(1, Math.max(0, age / 10)), horizon: 10 };

describe("cohort table", () => {
  it("flags what is too young and what is too small", () => {
    const born = [0, ...Array.from({ length: 40 }, (_, i) => i / 10 + 0.05), ...Array(8).fill(18.5)];
    const parents = born.map((_, i) => (i === 0 ? -1 : 0));
    const rows = cohortTable(forestOf(born, parents), [0, 10, 18, 19], {
      ...uniform,
      asOf: 20,
      dispersion: 1,
    });
    expect(rows[0]?.corrected).toMatchObject({ value: 0, low: 0 });
    expect(rows[0]).toMatchObject({ shares: 40, effective: 40, hatched: false });
    expect(rows[1]).toMatchObject({ shares: 0, naive: null, corrected: { value: null, why: "empty" } });
    expect(rows[2]).toMatchObject({ shares: 8, hatched: true, corrected: { value: null, why: "too-few" } });
    near(rows[2]?.effective, 8 * 0.15, 1e-12);
  });

  it("takes the cascades that one person planted as one", () => {
    const forest = forestOf([0, 1, 2, 0, 1, 2, 0, 1], [-1, 0, 1, -1, 3, 4, -1, 6]);
    const parts = (seeder?: Int32Array) =>
      cohortParts({ ...forest, seeder }, () => 0, { ...uniform, asOf: 40 }).map(([part]) => part);
    expect(parts()).toHaveLength(3);
    const [first = 0, second = 0] = forest.roots;
    const joined = forest.root.map((root) => (root === second ? first : root));
    expect(parts(joined).map((part) => [part?.shares, part?.children])).toEqual([
      [4, 2],
      [1, 0],
    ]);
  });

  it("sees what happens at the instant, and nothing after it", () => {
    const forest = forestOf([0, 1, 5, 6], [-1, 0, 1, 1]);
    const children = (asOf: number) =>
      cohortTable(forest, [0, 5], { ...uniform, asOf, dispersion: 1 }).map((row) => row.children);
    expect([children(4.9), children(5), children(6)]).toEqual([[0], [1], [2]]);
    expect(cohortTable(forest, [0, 5], { ...uniform, asOf: 0.5, dispersion: 1 })[0]?.shares).toBe(0);
    expect(cohortTable(forest, [], { ...uniform, asOf: 6, dispersion: 1 })).toEqual([]);
  });

  it("leaves every cascade out in turn from three on, and says that there are few below", () => {
    const cascades = (count: number) =>
      cohortTable(
        forestOf(
          Array.from({ length: count }, () => [0, ...Array(10).fill(1), ...Array(4).fill(2)]).flat(),
          Array.from({ length: count }, (_, j) => [
            -1,
            ...Array(10).fill(15 * j),
            ...Array(4).fill(15 * j + 1),
          ]).flat(),
        ),
        [0, 1.5],
        { ...uniform, asOf: 40, dispersion: 9 },
      )[0]?.corrected;
    expect(cascades(2)).toMatchObject({ value: 0.4, note: "few-cascades" });
    const { low, high } = rtPosterior(8, 20, undefined, 9);
    expect(cascades(2)).toMatchObject({ low: expect.closeTo(low, 9), high: expect.closeTo(high, 9) });
    expect(cascades(3)).toEqual(cascadeRatio(Array.from({ length: 3 }, () => ({ x: 10, y: 4 }))));
    expect(cascades(5)).toMatchObject({ value: 0.4, effective: expect.closeTo(5, 9) });
  });

  it("says up to which age its children are counted, where that is short", () => {
    const forest = forestOf([0, ...Array(9).fill(1)], [-1, ...Array(9).fill(0)]);
    const k = (within?: number) =>
      cohortRows(
        cohortParts(forest, () => 0, { ...uniform, asOf: 40 }),
        1,
        { dispersion: () => 1, ...(within === undefined ? {} : { within }) },
      )[0]?.corrected;
    expect(k(7)).toMatchObject({ note: "few-cascades", within: 7 });
    expect(k()).not.toHaveProperty("within");
  });

  it("widens its interval by the dispersion", () => {
    const forest = forestOf(
      [0, ...Array(50).fill(1), ...Array(30).fill(2)],
      [-1, ...Array(50).fill(0), ...Array(30).fill(1)],
    );
    const width = (dispersion: number) => {
      const [row] = cohortTable(forest, [0, 1.5], { ...uniform, asOf: 40, dispersion });
      const { high = 0, low = 0 } = row?.corrected.value === null ? {} : (row?.corrected ?? {});
      return high - low;
    };
    expect(width(4)).toBeGreaterThan(1.6 * width(1));
  });

  it("does not depend on the order of shares", () => {
    const born = [0, ...Array.from({ length: 100 }, (_, i) => (i * 37) % 60)].sort((a, b) => a - b);
    const links = linksOf(
      born,
      born.map((_, i) => (i === 0 ? -1 : (i * 7) % i)),
    );
    const model = { ...uniform, asOf: 60, dispersion: 2 };
    const rows = cohortTable(buildForest(links), [0, 20, 40, 60], model);
    expect(cohortTable(buildForest(links.toReversed()), [0, 20, 40, 60], model)).toEqual(rows);
  });
});
