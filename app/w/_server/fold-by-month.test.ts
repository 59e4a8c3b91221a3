import { expect, it } from "vitest";
import { foldByMonth } from "./fold-by-month.ts";

it("adds the days of each calendar month, leap days and empty months included", () => {
  const day = (year: number, month: number, date: number, first: number, second = 0) => ({
    clock: Date.UTC(year, month, date),
    counts: [first, second, 0, 0],
  });
  const days = [day(2024, 1, 28, 1, 5), day(2024, 1, 29, 2), day(2024, 2, 1, 0), day(2024, 3, 1, 4)];
  expect(foldByMonth(days)).toEqual([day(2024, 1, 1, 3, 5), day(2024, 2, 1, 0), day(2024, 3, 1, 4)]);
  expect(foldByMonth([])).toEqual([]);
});
