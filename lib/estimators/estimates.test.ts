import { expect, it } from "vitest";
import { childless, mapEstimate, proportionEstimate } from "./estimates.ts";

it("pushes ends through a falling function as through a rising one, and keeps what is said of them", () => {
  const estimate = { value: 2, low: 1, high: 4, note: "few-cascades" } as const;
  expect(mapEstimate(estimate, (value) => 2 * value)).toEqual({ ...estimate, value: 4, low: 2, high: 8 });
  expect(mapEstimate(estimate, (value) => 8 / value)).toEqual({ ...estimate, value: 4, low: 2, high: 8 });
  expect(mapEstimate({ value: 2 }, (value) => 8 / value)).toEqual({ value: 4 });
  expect(mapEstimate({ value: null, why: "censored" }, () => 1)).toEqual({ value: null, why: "censored" });
});

it("gives a part of cases Wilson's interval, and none of no case", () => {
  const half = proportionEstimate(5, 10);
  expect(half).toEqual({ value: 0.5, low: expect.closeTo(0.2366, 4), high: expect.closeTo(0.7634, 4) });
  expect(proportionEstimate(0, 0)).toEqual({ value: null, why: "empty" });
});

it("bounds the K of the childless by the rule of three", () => {
  expect(childless(6)).toEqual({ value: 0, low: 0, high: 0.5, note: "no-children" });
});
