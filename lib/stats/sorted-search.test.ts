import fc from "fast-check";
import { expect, it } from "vitest";
import { seededRandom } from "./random.ts";
import { countAtMost, countBelow, countsAtMost } from "./sorted-search.ts";

it("counts as a walk through the values does, ties, ends and the length searched included", () => {
  // Few different values, so that ties and hits are common.
  const value = fc.constantFrom(-Infinity, -2.5, -1, -0, 0, 0.5, 1, 3, Infinity);
  const sorted = fc.array(value, { maxLength: 40 }).map((values) => Float64Array.from(values).sort());
  const property = fc.property(sorted, value, fc.nat(), (values, sought, part) => {
    const length = part % (values.length + 1);
    const searched = values.subarray(0, length);
    expect(countBelow(values, sought)).toBe(values.filter((each) => each < sought).length);
    expect(countAtMost(values, sought)).toBe(values.filter((each) => each <= sought).length);
    expect(countBelow(values, sought, length)).toBe(searched.filter((each) => each < sought).length);
    expect(countAtMost(values, sought, length)).toBe(searched.filter((each) => each <= sought).length);
  });
  fc.assert(property, { seed: 3, numRuns: 500 });
});

it("takes plain arrays, and finds none in none", () => {
  expect([countBelow([1, 2, 2, 5], 2), countAtMost([1, 2, 2, 5], 2)]).toEqual([1, 3]);
  expect([countBelow([], 2), countAtMost([], 2)]).toEqual([0, 0]);
});

it("searches with an index as without one", () => {
  const random = seededRandom(6);
  for (const size of [0, 1, 500, 5000]) {
    // Mostly small values, many of them equal, as lags are.
    const sorted = Float64Array.from({ length: size }, () => Math.floor(1e6 * random.next() ** 8)).sort();
    const count = countsAtMost(sorted);
    const asked = [-1, 0, 0.5, 1e6, 2e6, ...sorted.subarray(0, 50), ...sorted.subarray(-50)];
    for (let i = 0; i < 500; i++) asked.push(1e6 * random.next() ** 4);
    for (const value of asked) expect(count(value)).toBe(countAtMost(sorted, value));
  }
});
