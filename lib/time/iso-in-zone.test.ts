import { expect, test } from "vitest";
import { isoInZone } from "./iso-in-zone.ts";

test.each([
  ["UTC", "2026-03-01T00:00:00+00:00"],
  ["Asia/Riyadh", "2026-03-01T03:00:00+03:00"],
  ["Asia/Kolkata", "2026-03-01T05:30:00+05:30"],
  ["America/New_York", "2026-02-28T19:00:00-05:00"],
])("a moment in %s is %s", (zone, text) => {
  expect(isoInZone(Date.UTC(2026, 2, 1), zone)).toBe(text);
  expect(Date.parse(text)).toBe(Date.UTC(2026, 2, 1));
});
