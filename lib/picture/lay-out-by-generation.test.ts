import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutByGeneration } from "./lay-out-by-generation.ts";

function cascadeOf(parents: readonly number[], at: readonly number[]) {
  const depth = new Int32Array(parents.length);
  for (let node = 1; node < parents.length; node++) depth[node] = depth[parents[node]!]! + 1;
  return { parent: Int32Array.from(parents), depth, at: Float64Array.from(at) };
}

const cascades = fc
  .array(fc.record({ draw: fc.nat(), at: fc.integer({ min: -5, max: 20 }) }), { maxLength: 40 })
  .map((draws) =>
    cascadeOf([-1, ...draws.map(({ draw }, i) => draw % (i + 1))], [0, ...draws.map(({ at }) => at)]),
  );

const LINEAR = { timeScale: "linear" } as const;

describe("time axis", () => {
  const at = [1000, 2000, 4000, 10_000, 500];
  const cascade = cascadeOf([-1, 0, 0, 0, 0], at);

  it("is the time since the root over the longest, with skewed shares at the root's place", () => {
    expect(Array.from(layOutByGeneration(cascade, LINEAR).x)).toEqual([0, 1 / 9, 1 / 3, 1, 0]);
  });

  it("can be logarithmic in seconds", () => {
    const { x } = layOutByGeneration(cascade, { timeScale: "log" });
    const expected = [0, Math.log(2), Math.log(4), Math.log(10), 0].map((value) => value / Math.log(10));
    expected.forEach((value, node) => {
      expect(x[node]).toBeCloseTo(value, 12);
    });
  });

  it("is 0 everywhere when no share is later than the root", () => {
    const still = cascadeOf([-1, 0, 0], [7, 7, 7]);
    expect(Array.from(layOutByGeneration(still, LINEAR).x)).toEqual([0, 0, 0]);
    expect(Array.from(layOutByGeneration(still, { timeScale: "log" }).x)).toEqual([0, 0, 0]);
  });
});

describe("generation axis", () => {
  it("centres a lone share in its band and spreads siblings by time", () => {
    const { y, edges } = layOutByGeneration(cascadeOf([-1, 0, 0], [0, 9, 4]), LINEAR);
    const border = Math.SQRT1_2 / (1 + Math.SQRT1_2);
    expect(Array.from(edges)).toEqual([0, expect.closeTo(border, 12), 1]);
    expect(y[0]).toBeCloseTo(border / 2, 12);
    expect(y[2]).toBeCloseTo(border + 0.3 * (1 - border), 12);
    expect(y[1]).toBeCloseTo(border + 0.7 * (1 - border), 12);
  });

  it("orders a generation by the parents' places before time", () => {
    const { y } = layOutByGeneration(cascadeOf([-1, 0, 0, 2, 1], [0, 1, 2, 3, 9]), LINEAR);
    expect(y[1]).toBeLessThan(y[2]!);
    expect(y[4]).toBeLessThan(y[3]!);
  });

  it("breaks ties of time by index", () => {
    const { y } = layOutByGeneration(cascadeOf([-1, 0, 0], [0, 5, 5]), LINEAR);
    expect(y[1]).toBeLessThan(y[2]!);
  });

  it("keeps every share inside the unit square and its own band, at a place of its own", () => {
    fc.assert(
      fc.property(cascades, fc.constantFrom("linear" as const, "log" as const), (cascade, timeScale) => {
        const { x, y, edges } = layOutByGeneration(cascade, { timeScale });
        expect(new Set(y).size).toBe(y.length);
        cascade.depth.forEach((generation, node) => {
          expect(y[node]).toBeGreaterThan(edges[generation]!);
          expect(y[node]).toBeLessThan(edges[generation + 1]!);
          expect(x[node]).toBeGreaterThanOrEqual(0);
          expect(x[node]).toBeLessThanOrEqual(1);
        });
      }),
      { seed: 105, numRuns: 500 },
    );
  });

  it("never lets links between the same two bands swap the order of their parents", () => {
    fc.assert(
      fc.property(cascades, (cascade) => {
        const { parent, depth } = cascade;
        const { y } = layOutByGeneration(cascade, LINEAR);
        const byPlace = Array.from(parent.keys()).sort((a, b) => y[a]! - y[b]!);
        for (let i = 2; i < byPlace.length; i++) {
          const [above, below] = [byPlace[i - 1]!, byPlace[i]!];
          if (depth[above] === depth[below]) {
            expect(y[parent[above]!]).toBeLessThanOrEqual(y[parent[below]!]!);
          }
        }
      }),
      { seed: 106, numRuns: 500 },
    );
  });
});

describe("extremes", () => {
  it("lays out nothing as nothing and one share at the start", () => {
    expect(layOutByGeneration(cascadeOf([], []), LINEAR).y).toHaveLength(0);
    const alone = layOutByGeneration(cascadeOf([-1], [5]), LINEAR);
    expect([alone.x[0], alone.y[0]]).toEqual([0, 0.5]);
  });

  it("goes down a path of 20,000 in equal steps", () => {
    const size = 20_000;
    const indices = Array.from({ length: size }, (_, i) => i);
    const path = cascadeOf(
      indices.map((i) => i - 1),
      indices,
    );
    const { x, y } = layOutByGeneration(path, LINEAR);
    expect(x.at(-1)).toBe(1);
    expect(y.at(-1)).toBeCloseTo((size - 0.5) / size, 12);
  });

  it("spreads a star of 50,000 evenly over its band", () => {
    const size = 50_000;
    const star = cascadeOf(
      Array.from({ length: size }, (_, i) => (i === 0 ? -1 : 0)),
      Array.from({ length: size }, (_, i) => i),
    );
    const { y } = layOutByGeneration(star, LINEAR);
    const border = 0.3 / 1.3;
    expect(y[1]).toBeCloseTo(border + 0.1 * (1 - border), 4);
    expect(y.at(-1)).toBeCloseTo(border + 0.9 * (1 - border), 4);
  });
});
