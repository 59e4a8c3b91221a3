import { expect, test } from "vitest";
import { bootstrapMedian } from "./bootstrap-median.ts";
import { drawNormal } from "./draw.ts";
import { seededRandom } from "./random.ts";

test("one value, or equal values, leave nothing to doubt", () => {
  expect(bootstrapMedian([3], seededRandom(1))).toEqual({ value: 3, low: 3, high: 3 });
  expect(bootstrapMedian([2, 2, 2, 2], seededRandom(1))).toEqual({ value: 2, low: 2, high: 2 });
});

test("equal seeds give equal intervals, and the interval holds the median", () => {
  const values = [1, 2, 4, 8, 16, 32];
  const first = bootstrapMedian(values, seededRandom(7));
  expect(bootstrapMedian(values, seededRandom(7))).toEqual(first);
  expect(first.value).toBe(6);
  expect(first.low).toBeLessThan(6);
  expect(first.high).toBeGreaterThan(6);
});

test("covers the median of normal samples about 95 times in a hundred", () => {
  const random = seededRandom(11);
  let covered = 0;
  for (let trial = 0; trial < 400; trial++) {
    const sample = Float64Array.from({ length: 41 }, () => drawNormal(random)).sort();
    const { low, high } = bootstrapMedian(sample, random, 300);
    if (low <= 0 && high >= 0) covered += 1;
  }
  expect(covered / 400).toBeGreaterThan(0.91);
  expect(covered / 400).toBeLessThan(0.985);
});
