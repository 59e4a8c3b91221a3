import fc from "fast-check";
import { expect, it } from "vitest";
import { probabilityOfTotal } from "#lib/estimators/probability-of-total.ts";

it("is the part of the draws that reach the goal, the goal itself included", () => {
  const draws = [10, 20, 20, 30];
  expect(probabilityOfTotal(draws, 20)).toBe(0.75);
  expect(probabilityOfTotal(draws, 21)).toBe(0.25);
});

it("never claims certainty from draws, and knows nothing without them", () => {
  expect(probabilityOfTotal([10, 20], 5)).toBe(0.75);
  expect(probabilityOfTotal([10, 20], 50)).toBe(0.25);
  expect(probabilityOfTotal([], 5)).toBeNull();
});

it("falls as the goal rises and agrees with counting", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }), (numbers) => {
      const draws = numbers.toSorted((a, b) => a - b);
      let last = 1;
      for (let goal = 0; goal <= 51; goal++) {
        const counted = draws.filter((draw) => draw >= goal).length / draws.length;
        const p = probabilityOfTotal(draws, goal) ?? Number.NaN;
        expect(p).toBeLessThanOrEqual(last);
        expect(Math.abs(p - counted)).toBeLessThanOrEqual(0.5 / draws.length + 1e-12);
        last = p;
      }
    }),
    { seed: 3, numRuns: 100 },
  );
});
