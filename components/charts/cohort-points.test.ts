import { describe, expect, it } from "vitest";
import type { CohortRow } from "#lib/answers/spread/viral-coefficient.ts";
import { en } from "#lib/i18n/messages/en.ts";
import { translator } from "#lib/i18n/translator.ts";
import { cohortPoints } from "./cohort-points.ts";

const words = {
  timeOf: (from: number) => `day ${from}`,
  locale: "en",
  t: translator("en", en),
} as const;
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
    const { points, top } = cohortPoints([settled, young], words);
    expect(top).toBe(1.5);
    expect(points[0]?.reach?.map((part) => part.toFixed(2))).toEqual(["0.20", "0.30"]);
    expect(points[1]?.reach?.map((part) => part.toFixed(2))).toEqual(["0.80", "0.50"]);
    expect(cohortPoints([settled, { ...young, isImmature: false }], words).top).toBe(10);
  });

  it("leaves out what is unknown or above the axis, and says so in words", () => {
    const unknown: CohortRow = { ...settled, corrected: { value: null, why: "too-few" } };
    const { points } = cohortPoints([settled, unknown, { ...young, corrected: { value: 4 } }], words);
    expect(points.map(({ k }) => k)).toEqual([0.8, null, null]);
    expect(points.map(({ reach }) => reach === null)).toEqual([false, true, true]);
    expect(points.map(({ cells }) => cells[5])).toEqual(["0.800", "—", "4.00"]);
    expect(points[0]?.cells.slice(0, 3)).toEqual(["day 1", "40", "30"]);
  });
});
