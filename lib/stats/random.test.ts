import { describe, expect, it } from "vitest";
import { randomWords, seededRandom } from "./random.ts";

describe("randomWords", () => {
  it("gives the words that xoshiro128** defines for the state 1, 2, 3, 4", () => {
    const word = randomWords([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, word)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it("refuses the one state it cannot leave", () => {
    expect(() => randomWords([0, 0, 0, 0])).toThrow(RangeError);
    expect(() => randomWords([0, 0, 0, 1])).not.toThrow();
  });
});

describe("seededRandom", () => {
  it("repeats itself for equal seeds and differs between neighbouring ones", () => {
    const draw = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 50 }, () => random.next());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(new Set([...draw(7), ...draw(8)]).size).toBe(100);
  });

  it("is uniform on [0, 1)", () => {
    const random = seededRandom(1);
    const tenths = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const tenth = Math.floor(random.next() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(tenths).toHaveLength(10);
    const chiSquare = tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(27.9); // 99.9th percentile with 9 degrees of freedom
  });

  it.each([-1, 0.5, 2 ** 32, Number.NaN, Number.POSITIVE_INFINITY])("refuses the seed %d", (seed) => {
    expect(() => seededRandom(seed)).toThrow(RangeError);
  });

  it.each([0, 1, 2 ** 32 - 1])("takes the seed %d", (seed) => {
    expect(seededRandom(seed).next()).toBeLessThan(1);
  });
});
