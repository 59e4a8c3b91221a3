import { expect, test } from "vitest";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { asOfBefore } from "./answer.ts";

const before = { from: 0, to: DAY, campaignId: null };

test.each([
  ["a stretch that ends now is laid beside one that has just ended", 10 * DAY, 10 * DAY, DAY],
  ["as much time has passed since both", 10 * DAY, 10 * DAY - 5 * HOUR, DAY + 5 * HOUR],
  ["a stretch that lies ahead is laid beside one that has just ended", 10 * DAY, 12 * DAY, DAY],
  ["nothing is known of what comes", 10 * DAY, DAY - HOUR, 10 * DAY],
])("%s", (_rule, asOf, to, expected) => {
  expect(asOfBefore({ asOf, to, before })).toBe(expected);
});

test("a later stretch is looked at as of now, and none as of now too", () => {
  expect(asOfBefore({ asOf: 10 * DAY, to: 5 * DAY, before: { ...before, to: 9 * DAY } })).toBe(10 * DAY);
  expect(asOfBefore({ asOf: 10 * DAY, to: 5 * DAY, before: null })).toBe(10 * DAY);
});
