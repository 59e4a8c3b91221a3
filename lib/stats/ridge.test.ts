import { describe, expect, it } from "vitest";
import { drawNormal } from "./draw.ts";
import { seededRandom } from "./random.ts";
import { ridge } from "./ridge.ts";

const rowsOf = (...rows: number[][]) => rows.map((row) => Float64Array.from(row));

describe("ridge", () => {
  it("has the closed form of one column: b = Σzy / (n + λ)", () => {
    const fit = ridge(rowsOf([1], [2], [3], [6]), [2, 4, 3, 11], 2);
    const deviation = Math.sqrt(14 / 4);
    expect(fit.mean[0]).toBeCloseTo(3, 14);
    expect(fit.deviation[0]).toBeCloseTo(deviation, 14);
    expect(fit.intercept).toBeCloseTo(5, 14);
    // Σ(x − 3)(y − 5) = 6 + 1 + 0 + 18.
    expect(fit.coefficients[0]).toBeCloseTo(25 / deviation / 6, 14);
  });

  it("shrinks orthogonal columns each by itself", () => {
    const rows = rowsOf([1, 1], [1, -1], [-1, 1], [-1, -1]);
    const fit = ridge(rows, [7, 3, 1, 1], 4);
    expect(fit.coefficients[0]).toBeCloseTo(8 / 8, 14);
    expect(fit.coefficients[1]).toBeCloseTo(4 / 8, 14);
    expect(fit.predict(Float64Array.of(1, 1))).toBeCloseTo(4.5, 14);
  });

  it("clips a row to the range of the fit, and leaves one inside alone", () => {
    const fit = ridge(rowsOf([0], [10]), [0, 10], 1e-9);
    expect(fit.predict(Float64Array.of(4))).toBeCloseTo(4, 6);
    expect(fit.predict(Float64Array.of(40))).toBeCloseTo(10, 6);
    expect(fit.predict(Float64Array.of(-4))).toBeCloseTo(0, 6);
  });

  it("gives a constant column no weight", () => {
    const fit = ridge(rowsOf([0.1, 1], [0.1, 2], [0.1, 4]), [1, 2, 4], 1);
    expect(fit.coefficients[0]).toBeCloseTo(0, 14);
    expect(fit.predict(Float64Array.of(99, 2))).toBe(fit.predict(Float64Array.of(0.1, 2)));
    expect(ridge(rowsOf([5]), [3], 10).predict(Float64Array.of(7))).toBe(3);
  });

  it("does not depend on the units of its columns", () => {
    const random = seededRandom(3);
    const rows = Array.from({ length: 50 }, () => [drawNormal(random), drawNormal(random), random.next()]);
    const y = rows.map(([a = 0, b = 0, c = 0]) => a - 2 * b + c * c);
    const fit = ridge(rowsOf(...rows), y, 10);
    const other = ridge(rowsOf(...rows.map(([a = 0, b = 0, c = 0]) => [1e6 * a, 3 - b, c / 7])), y, 10);
    expect(other.predict(Float64Array.of(5e5, 3.5, 0.05))).toBeCloseTo(
      fit.predict(Float64Array.of(0.5, -0.5, 0.35)),
      9,
    );
  });

  it("recovers a linear law under noise", () => {
    const random = seededRandom(4);
    const rows = Array.from({ length: 5000 }, () => Float64Array.of(drawNormal(random), drawNormal(random)));
    const y = rows.map(([a = 0, b = 0]) => 1 + 2 * a - b + drawNormal(random));
    const fit = ridge(rows, y, 10);
    expect(fit.predict(Float64Array.of(1, 1))).toBeCloseTo(2, 1);
    expect(fit.predict(Float64Array.of(0, -1))).toBeCloseTo(2, 1);
  });
});
