import fc from "fast-check";
import { expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import type { ShareLink } from "#lib/cascade/forest.ts";
import { cascadeTimes, finishedCascades } from "./cascade-times.ts";

const LINKS: readonly ShareLink[] = [
  { code: "a", via: null, at: 1000 },
  { code: "b", via: "a", at: 1400 },
  { code: "c", via: "b", at: 1300 },
  { code: "d", via: "a", at: 900 },
  { code: "e", via: "a", at: 1350 },
  { code: "lone", via: null, at: 5000 },
  { code: "orphan", via: "gone", at: 10 },
  { code: "child", via: "orphan", at: 20 },
];

const timesOf = (links: readonly ShareLink[]) => {
  const forest = buildForest(links);
  return cascadeTimes(forest, forest.codes);
};

it("puts each seed's cascade in order of time, the root first, and leaves orphans' trees out", () => {
  expect(timesOf(LINKS)).toEqual([
    {
      id: "a",
      startedAt: 1000,
      times: Float64Array.of(0, 0, 300, 350, 400),
      parent: Int32Array.of(-1, 0, 4, 0, 0),
      depth: Int32Array.of(0, 1, 2, 1, 1),
    },
    {
      id: "lone",
      startedAt: 5000,
      times: Float64Array.of(0),
      parent: Int32Array.of(-1),
      depth: Int32Array.of(0),
    },
  ]);
  expect(timesOf([])).toEqual([]);
});

it("does not depend on the order of arrival", () => {
  const expected = timesOf(LINKS);
  fc.assert(
    fc.property(fc.shuffledSubarray([...LINKS], { minLength: LINKS.length }), (links) => {
      expect(timesOf(links)).toEqual(expected);
    }),
    { seed: 8, numRuns: 30 },
  );
});

it("calls a cascade finished from the horizon on", () => {
  const ids = (now: number) => finishedCascades(timesOf(LINKS), { now, horizon: 100 }).map(({ id }) => id);
  expect(ids(1099)).toEqual([]);
  expect(ids(1100)).toEqual(["a"]);
  expect(ids(5100)).toEqual(["a", "lone"]);
});
