import { describe, expect, it } from "vitest";
import { shrunkenK } from "./shrunken-k.ts";

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
