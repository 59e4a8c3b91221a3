import { expect, it } from "vitest";
import { tQuantile } from "./t-quantile.ts";

// Values of scipy.stats.t.ppf(0.975, df), scipy 1.10.1.
it.each([
  [1, 12.706204736174694],
  [2, 4.302652729749462],
  [2.5, 3.5746548420036817],
  [5, 2.5705818356363146],
  [10, 2.228138851986274],
  [30, 2.0422724563012378],
  [100, 1.9839715185235518],
  [199, 1.9719565442517533],
  [201, 1.971836506779859],
  [1000, 1.9623390808264083],
])("the 0.975 quantile for %d degrees of freedom", (df, expected) => {
  expect(Math.abs(tQuantile(df) / expected - 1)).toBeLessThan(1e-10);
});

it("falls towards the normal quantile without a step where the method changes", () => {
  expect(tQuantile(200)).toBeGreaterThan(tQuantile(200.001));
  expect(tQuantile(200) - tQuantile(200.001)).toBeLessThan(1e-6);
  expect(tQuantile(1e12)).toBeCloseTo(1.959963984540054, 10);
});

it("takes one degree of freedom and no fewer", () => {
  expect(tQuantile(1)).toBeCloseTo(Math.tan(Math.PI * 0.475), 10);
  expect(() => tQuantile(0.5)).toThrow(RangeError);
  expect(() => tQuantile(Number.NaN)).toThrow(RangeError);
});
