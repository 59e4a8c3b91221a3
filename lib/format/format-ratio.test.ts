import { expect, it } from "vitest";
import { formatRatio } from "./format-ratio.ts";

it("writes three figures, in Latin digits in both languages", () => {
  const values = [0, 0.3844, 0.4, 1.4, 12.51, 233.2, 12_345.6];
  const written = ["0", "0.384", "0.400", "1.40", "12.5", "233", "12,346"];
  expect(values.map((value) => formatRatio(value, "en"))).toEqual(written);
  expect(values.map((value) => formatRatio(value, "ar"))).toEqual(written);
});
