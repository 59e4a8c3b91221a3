import { describe, expect, it } from "vitest";
import type { CohortRow } from "#lib/answers/spread/viral-coefficient.ts";
import { cohortPoints } from "./cohort-points.ts";

const settled: CohortRow = {
  from: 1,
  to: 2,
  shares: 40,
  children: 30,
  effective: 36,
  naive: 0.75,
  corrected: { value: 0.8, low: 0.6, high: 1.1 },
  isImmature: false,
};
const young: CohortRow = {
  ...settled,
  from: 2,
  corrected: { value: 1, low: 0.2, high: 9 },
  isImmature: true,
};

describe("cohortPoints", () => {
  it("ends the axis above the settled intervals, and cuts off those of young groups there", () => {
    const { points, top } = cohortPoints([settled, young]);
    expect(top).toBe(1.5);
    expect(points[0]?.reach?.map((part) => part.toFixed(2))).toEqual(["0.20", "0.30"]);
    expect(points[1]?.reach?.map((part) => part.toFixed(2))).toEqual(["0.80", "0.50"]);
    expect(cohortPoints([settled, { ...young, isImmature: false }]).top).toBe(6);
    const few: CohortRow = {
      ...settled,
      corrected: { value: 0.7, low: 0, high: 9000, note: "few-cascades" },
    };
    expect(cohortPoints([settled, few])).toMatchObject({ top: 1.5, points: [{}, { reach: [0.7, 0.8] }] });
  });

  it("leaves out what is unknown or above the axis, and keeps their places", () => {
    const unknown: CohortRow = { ...settled, corrected: { value: null, why: "too-few" } };
    const { points } = cohortPoints([settled, unknown, { ...young, corrected: { value: 4 } }]);
    expect(points.map(({ k }) => k)).toEqual([0.8, null, null]);
    expect(points.map(({ reach }) => reach === null)).toEqual([false, true, true]);
    expect(points.map(({ from, naive }) => [from, naive])).toEqual([
      [1, 0.75],
      [1, 0.75],
      [2, 0.75],
    ]);
  });
});
