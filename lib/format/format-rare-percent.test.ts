import { expect, it } from "vitest";
import { formatRarePercent } from "./format-rare-percent.ts";

it("keeps two digits of what is rare", () => {
  expect([1, 0.16, 0.0123, 0.000_12].map((ratio) => formatRarePercent(ratio, "en"))).toEqual([
    "100%",
    "16%",
    "1.2%",
    "0.012%",
  ]);
});
