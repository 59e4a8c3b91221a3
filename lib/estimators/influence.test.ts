import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { personInfluence, shrunkenK } from "./influence.ts";

const linked = (parents: readonly number[]) => ({ size: parents.length, parent: Int32Array.from(parents) });
const conversionsOf = (pairs: readonly (readonly [number, number])[]) => ({
  share: Int32Array.from(pairs, ([share]) => share),
  value: Float64Array.from(pairs, ([, value]) => value),
});

const forests = fc
  .array(fc.nat(), { minLength: 1, maxLength: 40 })
  .map((draws) => draws.map((draw, i) => (draw % (i + 1)) - 1));

describe("persons", () => {
  it("count what stands below several shares of theirs once", () => {
    // 0 ─ 1 ─ 2 ─ 3, 0 ─ 4 ─ 5: person 7's shares are 1, 3 (below it) and 4.
    const person = Int32Array.from([0, 1, 2, 1, 1, 2]);
    const forest = { ...linked([-1, 0, 1, 2, 0, 4]), person, persons: ["a", "b", "c", "nobody"] };
    const influence = personInfluence(
      forest,
      conversionsOf([
        [3, 10],
        [5, 1],
        [0, 100],
        [-1, 1000],
      ]),
    );
    expect([...influence.shares]).toEqual([1, 3, 2, 0]);
    expect([...influence.children]).toEqual([2, 2, 1, 0]);
    expect([...influence.descendants]).toEqual([5, 3, 1, 0]);
    expect([...influence.depthBelow]).toEqual([3, 2, 1, 0]);
    expect([...influence.conversions]).toEqual([3, 2, 2, 0]);
    expect([...influence.value]).toEqual([111, 11, 11, 0]);
  });

  it("are found as by looking up every chain", () => {
    fc.assert(
      fc.property(forests, fc.infiniteStream(fc.nat({ max: 5 })), (parents, draws) => {
        const person = Int32Array.from(parents, () => draws.next().value as number);
        const persons = ["a", "b", "c", "d", "e", "f"];
        const { descendants } = personInfluence({ ...linked(parents), person, persons }, conversionsOf([]));
        const expected = persons.map((_, who) => {
          const hasAbove = (share: number): boolean => {
            const above = parents[share]!;
            return above !== -1 && (person[above] === who || hasAbove(above));
          };
          return parents.filter((_, share) => hasAbove(share)).length;
        });
        expect([...descendants]).toEqual(expected);
      }),
      { seed: 5 },
    );
  });

  it("survive a chain of 200,000", () => {
    const size = 200_000;
    const parents = Array.from({ length: size }, (_, share) => share - 1);
    const forest = {
      ...linked(parents),
      person: Int32Array.from(parents, (above) => (above + 1) % 2),
      persons: ["a", "b"],
    };
    expect([...personInfluence(forest, conversionsOf([[size - 1, 1]])).descendants]).toEqual([
      size - 1,
      size - 2,
    ]);
  });
});

describe("shrunken K", () => {
  it("starts at the mean of the workspace and ends at the person's own", () => {
    expect(shrunkenK(0, 0, 0.4, 0.2)).toBeCloseTo(0.4, 15);
    expect(shrunkenK(4e6, 1e6, 0.4, 0.2)).toBeCloseTo(4, 5);
    expect(shrunkenK(3, 1, 0.4, 0.2)).toBeCloseTo(3.2 / 1.5, 15);
  });

  it("tells nobody apart where all are alike or nobody has children", () => {
    expect(shrunkenK(9, 1, 0.4, Number.POSITIVE_INFINITY)).toBe(0.4);
    expect(shrunkenK(0, 3, 0, 0.5)).toBe(0);
  });
});
