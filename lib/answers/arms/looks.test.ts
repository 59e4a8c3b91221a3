import { expect, it } from "vitest";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { looksOf } from "./looks.ts";

const START = Date.UTC(2026, 2, 1, 15);
const frame = (asOf: number, zone = "UTC") => ({ asOf, zone, horizon: 7 * DAY });

it("looks at the end of every day of the zone, and now", () => {
  const asOf = START + 2 * DAY + HOUR;
  const life = { first: START, last: asOf };
  expect(looksOf(life, frame(asOf))).toEqual([Date.UTC(2026, 2, 2) - 1, Date.UTC(2026, 2, 3) - 1, asOf]);
  expect(looksOf(life, frame(asOf, "Asia/Riyadh"))[0]).toBe(Date.UTC(2026, 2, 1, 21) - 1);
});

it("keeps every look that was there a day before: what was seen then is what is worked out now", () => {
  const looks = (days: number) => {
    const asOf = START + days * DAY;
    return looksOf({ first: START, last: asOf }, frame(asOf));
  };
  for (const days of [1, 5, 59, 60, 61, 66, 67, 68, 200, 400]) {
    const [before, after] = [looks(days), looks(days + 1)];
    expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    expect(after).toEqual([...new Set(after)].sort((a, b) => a - b));
  }
  expect(looks(400).length).toBeLessThan(60 + 340 / 7 + 2);
});

it("stops once everything is mature, and has one look at what has just begun", () => {
  const life = { first: START, last: START + DAY };
  const late = looksOf(life, frame(START + 300 * DAY));
  expect(late.at(-1)).toBe(START + 8 * DAY);
  expect(late).toEqual(looksOf(life, frame(START + 50 * DAY)));
  expect(looksOf({ first: START, last: START }, frame(START))).toEqual([START]);
});
