import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLabels } from "./place-labels.ts";

const boxes = fc.array(
  fc.record({
    left: fc.integer({ min: -50, max: 400 }),
    top: fc.integer({ min: -50, max: 400 }),
    width: fc.integer({ min: 1, max: 80 }),
    height: fc.integer({ min: 1, max: 20 }),
  }),
  { maxLength: 60 },
);

describe("placeLabels", () => {
  it("draws the first and leaves out what would cover it", () => {
    const at = (left: number) => ({ left, top: 0, width: 10, height: 10 });
    expect(placeLabels([at(0), at(9), at(10), at(15)], 9)).toEqual([0, 2]);
    expect(placeLabels([at(0), at(20), at(40)], 2)).toEqual([0, 1]);
  });

  it("equals the comparison of each with all placed before", () => {
    fc.assert(
      fc.property(boxes, (given) => {
        const placed: number[] = [];
        for (const [index, a] of given.entries()) {
          const isFree = placed.every((other) => {
            const b = given[other] ?? a;
            const across = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
            const down = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
            return across <= 0 || down <= 0;
          });
          if (isFree) placed.push(index);
        }
        expect(placeLabels(given, given.length)).toEqual(placed);
      }),
    );
  });
});
