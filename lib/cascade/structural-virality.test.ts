import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { structuralVirality } from "#lib/cascade/structural-virality.ts";
import { subtreeSizes } from "#lib/cascade/subtree-sizes.ts";

const smallTrees = fc
  .array(fc.nat(), { minLength: 1, maxLength: 24 })
  .map((draws) => Int32Array.of(-1, ...draws.map((draw, i) => draw % (i + 1))));

function sumsOf(parent: Int32Array) {
  const nonRoot = Array.from(subtreeSizes(parent)).slice(1);
  return {
    size: parent.length,
    sumSubtree: nonRoot.reduce((sum, size) => sum + size, 0),
    sumSubtreeSq: nonRoot.reduce((sum, size) => sum + size * size, 0),
  };
}

/** Sum of distances over unordered pairs, each by climbing from the later node until the two meet. */
function wienerByPairs(parent: Int32Array): number {
  let sum = 0;
  for (let first = 0; first < parent.length; first++) {
    for (let second = first + 1; second < parent.length; second++) {
      let [low, high] = [second, first];
      while (low !== high) {
        if (low < high) [low, high] = [high, low];
        low = parent[low]!;
        sum++;
      }
    }
  }
  return sum;
}

describe("structuralVirality", () => {
  it("is null for one share and 1 for a pair", () => {
    expect(structuralVirality(sumsOf(Int32Array.of(-1)))).toBeNull();
    expect(structuralVirality(sumsOf(Int32Array.of(-1, 0)))).toBe(1);
  });

  it("is the mean distance over all pairs, W = nA - B", () => {
    fc.assert(
      fc.property(smallTrees, (parent) => {
        const sums = sumsOf(parent);
        const wiener = wienerByPairs(parent);
        expect(sums.size * sums.sumSubtree - sums.sumSubtreeSq).toBe(wiener);
        expect(structuralVirality(sums)).toBeCloseTo((2 * wiener) / (sums.size * (sums.size - 1)), 12);
      }),
      { seed: 104, numRuns: 500 },
    );
  });
});
