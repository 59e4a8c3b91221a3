import { expect, it } from "vitest";
import type { Estimate } from "#lib/domain/estimate.ts";
import { en } from "#lib/i18n/messages/en.ts";
import { translator } from "#lib/i18n/translator.ts";
import { describeEstimate } from "./describe-estimate.ts";

const describeIt = (estimate: Estimate) =>
  describeEstimate(estimate, (value) => value.toFixed(2), translator("en", en));

it("writes value, interval and note", () => {
  expect(describeIt({ value: 0.384, low: 0.371, high: 0.397, note: "few-cascades" })).toEqual({
    value: "0.38",
    range: "0.37 to 0.40",
    note: "Few cascades",
  });
});

it("writes infinity in words, as a value and as an open end", () => {
  expect(describeIt({ value: Infinity, low: 0.5, high: Infinity })).toMatchObject({
    value: "no limit",
    range: "0.50 or more",
  });
});

it("tells a one-sided interval from none", () => {
  expect(describeIt({ value: 0, high: 0.3 }).range).toBe("at most 0.30");
  expect(describeIt({ value: 2 }).range).toBeNull();
});

it("gives the reason where there is no value", () => {
  expect(describeIt({ value: null, why: "censored", note: "no-clear-growth", low: 3 })).toMatchObject({
    value: null,
    range: "3.00 or more",
  });
  expect(describeIt({ value: null, why: "too-few" })).toEqual({
    value: null,
    range: null,
    note: "Too little data",
  });
  expect(describeIt({ value: null, why: "empty", note: "nobody-reshared" }).note).toBe(
    "Nobody has re-shared yet",
  );
});
