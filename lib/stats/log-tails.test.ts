import { expect, it } from "vitest";
import { logComplement, roughNormalQuantile, solveLogTail } from "./log-tails.ts";
import { normalQuantile } from "./normal.ts";

it("knows the other tail, also where rounding put the first above 1", () => {
  expect(logComplement(Math.log(0.25))).toBeCloseTo(Math.log(0.75), 15);
  expect(logComplement(-1e-20)).toBeCloseTo(Math.log(1e-20), 12);
  expect([logComplement(0), logComplement(1e-16)]).toEqual([-Infinity, -Infinity]);
});

it("starts within 3e-3 of a normal quantile", () => {
  for (const p of [1e-300, 1e-9, 0.025, 0.3, 0.5]) {
    expect(Math.abs(roughNormalQuantile(p) + normalQuantile(p))).toBeLessThan(3e-3);
  }
});

it("finds where a log-concave tail has its logarithm, from either side", () => {
  const logNormalDensity = (u: number) => ({ value: (-u * u) / 2, slope: -u });
  for (const start of [0.1, 40]) expect(solveLogTail(start, -8, logNormalDensity)).toBeCloseTo(4, 14);
});
