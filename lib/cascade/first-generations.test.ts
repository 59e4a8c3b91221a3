import { expect, it } from "vitest";
import { firstGenerations, MOST_GENERATIONS } from "./first-generations.ts";

it("leaves few generations as they are, and sums up those beyond", () => {
  expect(firstGenerations([1, 2, 3], 3)).toEqual([1, 2, 3]);
  expect(firstGenerations([1, 2, 3, 4, 5], 3)).toEqual([1, 2, 12]);
  expect(firstGenerations([], 3)).toEqual([]);
  const chain = firstGenerations(Array.from({ length: 1001 }, () => 1));
  expect([chain.length, chain.at(-1)]).toEqual([MOST_GENERATIONS, 1001 - MOST_GENERATIONS + 1]);
});
