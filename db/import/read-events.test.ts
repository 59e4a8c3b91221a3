import { afterAll, expect, test } from "vitest";
import { csvFile } from "#lib/format/csv.ts";
import { inspectFile } from "./inspect-file.ts";
import { readEvents } from "./read-events.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

const fixture = new ImportFixture();
afterAll(() => fixture.close());

async function readAll(path: string) {
  const { format, mapping } = await inspectFile(path);
  const context = { zone: "UTC", currency: null, now: fixture.now };
  const found = [];
  for await (const rows of readEvents({ path, format, mapping, context })) found.push(...rows);
  return found;
}

/** Lists within one another; an object around them makes one level more. */
const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

test("a row that nests too deep is at fault alone", async () => {
  const row = (person: string, more: string) =>
    `{"share_id":"s-${person}","parent_id":"","actor":"${person}","time":"2024-01-01T00:00:00Z","more":${more}}`;
  const lines = [row("ann", nested(63)), row("bob", nested(64)), row("cem", nested(50_000)), row("dot", "1")];
  const found = await readAll(fixture.write("deep.ndjson", lines.join("\n")));
  expect(found.map((one) => ("event" in one ? one.event.person : one.fault.reason))).toEqual([
    ...["ann", "too-nested", "too-nested", "dot"],
  ]);
});

const HOSTILE = ["=1+1", "'=1", "-5", "+44", "@ann", "x;=1+1;", 'x;"=1"', "''-a", "x; -y", "'tis", "a;b"];

test("texts that our files guard against being formulas are read as they were", async () => {
  const rows = HOSTILE.map((text, i) => [`e${i}`, "visit", text, `c${i}`, "2024-01-01T00:00:00Z"]);
  const file = csvFile(["id", "kind", "person", "via", "occurredAt"], rows);
  expect(file).toContain("x;'=1+1;");
  const found = await readAll(fixture.write("ours.csv", file));
  expect(found.map((row) => ("event" in row ? row.event.person : row.fault))).toEqual(HOSTILE);
});
