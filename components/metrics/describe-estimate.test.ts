import { expect, it } from "vitest";
import type { Estimate } from "#lib/domain/estimate.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { ar } from "#lib/i18n/messages/ar.ts";
import { en } from "#lib/i18n/messages/en.ts";
import { translator } from "#lib/i18n/translator.ts";
import { DAY, HOUR, MINUTE, SECOND } from "#lib/time/lengths.ts";
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

it("says up to which age was watched, in the words of durations", () => {
  const young: Estimate = { value: 0.4, note: "shortened-horizon", within: 5_400_000 };
  expect(describeIt(young).note).toBe("Watched for 1.5 hrs only");
  expect(describeIt({ value: 0.4, note: "few-cascades", within: 5_400_000 }).note).toBe(
    "Watched for 1.5 hrs only. Few cascades",
  );
  const words = (within: number, of: "en" | "ar") =>
    describeEstimate({ ...young, within }, String, translator(of, of === "en" ? en : ar)).note;
  for (const within of [SECOND, 40 * SECOND, MINUTE, 2.25 * HOUR, DAY, 6 * DAY])
    for (const locale of ["en", "ar"] as const)
      expect(words(within, locale)).toContain(` ${formatDuration(within, locale)} `);
  expect(words(2 * DAY, "ar")).toMatch(/^بمتابعة لمدة .* فقط$/);
});

it("tells a one-sided interval from none", () => {
  expect(describeIt({ value: 0, high: 0.3 }).range).toBe("at most 0.30");
  expect(describeIt({ value: 2 }).range).toBeNull();
});

it("says what an unknown value is at least, where that is known", () => {
  expect(describeIt({ value: null, why: "too-few", low: 2 })).toMatchObject({
    value: null,
    range: "2.00 or more",
  });
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
