import { expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { lagSample } from "./lag-sample.ts";

const forest = buildForest([
  { code: "seed", via: null, at: 10 * MINUTE },
  { code: "a", via: "seed", at: 12 * MINUTE },
  { code: "skewed", via: "a", at: 8 * MINUTE },
  { code: "mistimed", via: "a", at: 2 * MINUTE },
  { code: "late", via: "a", at: 40 * MINUTE },
  { code: "lone", via: null, at: 11 * MINUTE },
  { code: "orphan", via: "nobody", at: 20 * MINUTE },
  { code: "b", via: "orphan", at: 25 * MINUTE },
]);

it("takes sharers with their children by an instant, orphans among them", () => {
  expect(lagSample(forest, 30 * MINUTE, "sharers")).toEqual({
    population: "sharers",
    cascades: 2,
    roots: Int32Array.of(0, 6),
    // In the order of the forest: a, mistimed, skewed; orphan, b.
    age: Float64Array.of(18 * MINUTE, 28 * MINUTE, 22 * MINUTE, 10 * MINUTE, 5 * MINUTE),
    cascade: Int32Array.of(0, 0, 0, 1, 1),
    // Children earlier than their parent count from the start, though not all of them say when.
    lag: Float64Array.of(0, 0, 5 * MINUTE),
    parent: Int32Array.of(0, 0, 3),
    mistimed: Uint8Array.of(1, 0, 0),
  });
  expect(lagSample(forest, 40 * MINUTE, "sharers").lag).toEqual(
    Float64Array.of(0, 0, 28 * MINUTE, 5 * MINUTE),
  );
});

it("takes seeds by themselves", () => {
  const seeds = lagSample(forest, 30 * MINUTE, "seeds");
  expect(seeds).toMatchObject({
    population: "seeds",
    cascades: 2,
    age: Float64Array.of(20 * MINUTE, 19 * MINUTE),
  });
  expect([seeds.lag, seeds.parent]).toEqual([Float64Array.of(2 * MINUTE), Int32Array.of(0)]);
});

it("narrows the parents and not their children", () => {
  const a = forest.codes.indexOf("a");
  const ofA = lagSample(forest, 40 * MINUTE, "sharers", (share) => share === a);
  expect([ofA.cascades, ofA.age.length, ofA.lag.length]).toEqual([1, 1, 3]);
});

it("is empty before the first share and of nothing", () => {
  expect(lagSample(forest, 0, "sharers")).toMatchObject({ cascades: 0, age: new Float64Array(0) });
  expect(lagSample(buildForest([]), 0, "seeds")).toMatchObject({ cascades: 0, lag: new Float64Array(0) });
});
