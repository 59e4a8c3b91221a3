import { expect, it } from "vitest";
import { safeguardedNewton } from "./newton.ts";

const square = (x: number) => ({ value: x * x - 2, slope: 2 * x });
const flat = (x: number) => ({ value: Math.atan(x - 3), slope: 1 / (1 + (x - 3) ** 2) });

it("finds roots whichever end is positive, from any start", () => {
  expect(safeguardedNewton(square, 2, 0, 1)).toBeCloseTo(Math.SQRT2, 14);
  expect(safeguardedNewton(square, -2, 0, -0.01)).toBeCloseTo(-Math.SQRT2, 14);
  expect(safeguardedNewton(square, 2, 0, 50)).toBeCloseTo(Math.SQRT2, 14);
});

it("halves where Newton's method would run away", () => {
  expect(safeguardedNewton(flat, 1000, -1000, 900)).toBeCloseTo(3, 13);
});
