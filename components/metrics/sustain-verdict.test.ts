import { expect, it } from "vitest";
import { sustainVerdict } from "./sustain-verdict.ts";

it("lets the interval alone decide", () => {
  expect(sustainVerdict({ value: 0.384, low: 0.371, high: 0.397 })).toBe("does-not");
  expect(sustainVerdict({ value: 1.3, low: 1.1, high: 1.5 })).toBe("sustains");
  expect(sustainVerdict({ value: 0.8, low: 0.6, high: 1.1 })).toBe("may");
  expect(sustainVerdict({ value: 1.2, low: 1, high: 1.5 })).toBe("may");
});

it("claims nothing without an interval", () => {
  expect(sustainVerdict({ value: 0.2 })).toBe("unknown");
  expect(sustainVerdict({ value: 0, high: 0.4, note: "no-children" })).toBe("does-not");
  expect(sustainVerdict({ value: null, why: "empty" })).toBe("unknown");
});
