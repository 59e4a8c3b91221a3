import { expect, it } from "vitest";
import { previewEvents } from "./preview-events.ts";

const NOW = Date.UTC(2024, 5, 1);
const HEAD = {
  isTyped: false,
  header: ["a", "b", "c", "d"],
  rows: [
    ["s1", "", "p1", "15/03/2024 09:00"],
    ["s2", "s1", "p2", "15/03/2024 10:00"],
    ["", "s1", "p3", "15/03/2024 11:00"],
  ],
};
const MAPPING = { code: "a", via: "b", person: "c", occurredAt: "d", channel: "=telegram" };

it("shows what rows become as columns are chosen, and why one is none", () => {
  const settings = { mapping: MAPPING, zone: "UTC", choices: {} };
  expect(previewEvents(HEAD, settings, NOW)).toMatchObject([
    { kind: "share", code: "s1", via: null, channel: "telegram", occurredAt: Date.UTC(2024, 2, 15, 9) },
    { kind: "share", code: "s2", via: "s1", person: "p2" },
    { field: "code", reason: "missing" },
  ]);
  const swapped = { ...settings, mapping: { ...MAPPING, code: "c", person: "a" } };
  expect(previewEvents(HEAD, swapped, NOW)[1]).toMatchObject({ code: "p2", person: "s2" });
});

it("shows what is wrong where only the whole file could say how dates are written", () => {
  const rows = [["s1", "", "p1", "03/04/2024 09:00"]];
  const settings = { mapping: MAPPING, zone: "UTC", choices: {} };
  expect(previewEvents({ ...HEAD, rows }, settings, NOW)).toMatchObject([{ field: "occurredAt" }]);
  expect(
    previewEvents({ ...HEAD, rows }, { ...settings, choices: { dateOrder: "day-first" } }, NOW),
  ).toMatchObject([{ occurredAt: Date.UTC(2024, 3, 3, 9) }]);
});
