import { expect, test } from "vitest";
import { eventFromFields } from "#lib/sources/event-from-fields.ts";
import { sourceOfMapping } from "#lib/sources/registry.ts";
import { suggestMapping } from "#lib/sources/suggest-mapping.ts";
import { EVENT_EXAMPLE, REPOST_EXAMPLE } from "./example-files.ts";

test.each([
  ["the repost log", REPOST_EXAMPLE, ["share", "share", "share"]],
  ["the event log", EVENT_EXAMPLE, ["share", "visit", "share", "conversion", "rating"]],
])("%s that people are shown is read without a fault", (_name, csv, kinds) => {
  const [header = [], ...rows] = csv
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const mapping = suggestMapping(header);
  const source = sourceOfMapping(mapping);
  const events = rows.map((cells) => {
    expect(cells).toHaveLength(header.length);
    const context = { zone: "UTC", currency: "EUR", now: Date.UTC(2026, 5, 1) };
    return eventFromFields(source, (field) => cells[header.indexOf(mapping[field] ?? "")] ?? "", context);
  });
  expect(events.map((event) => ("kind" in event ? event.kind : event))).toEqual(kinds);
});
