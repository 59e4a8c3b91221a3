import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerHere } from "#app/_answers/testing/answer-here.ts";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { readCampaign } from "#db/queries/campaigns/read-campaign.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { openMemberScope } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { TABLES } from "#lib/answers/tables.ts";
import { HOUR } from "#lib/time/lengths.ts";
import { timeSteps } from "#lib/time/time-steps.ts";
import { dayStart, isoInZone } from "#lib/time/zone-clock.ts";
import { csvBody } from "./csv-body.ts";
import { fileContext } from "./file-context.ts";
import { tableLines } from "./table-lines.ts";

let fixture: ImportFixture;
let owner: Scope<"campaigns.read">;
beforeAll(async () => {
  fixture = new ImportFixture();
  process.env.DATABASE_PATH = fixture.databasePath;
  const userId = plantMember(fixture.db, { workspaceId: 1, role: "owner" });
  owner = openMemberScope(fixture.db, userId, "ours", "campaigns.read");
  const path = new URL("../../db/import/testing/files/62-dst-repeated-hour.csv", import.meta.url).pathname;
  const log = fixture.write("log.csv", readFileSync(path));
  await fixture.run(log, { now: () => Date.UTC(2026, 10, 30) });
});
afterAll(() => fixture.close());

/** The cells of a table's file, without its head. */
async function rowsOf(name: string, address: string): Promise<string[][]> {
  answerHere(fixture.db);
  const context = fileContext(owner, readCampaign(owner, { campaignId: 1 }), new URLSearchParams(address));
  const registered = TABLES.get(name);
  if (registered === undefined) throw new Error("no such table");
  const lines = await tableLines(name, registered, context);
  let file = "";
  for await (const piece of csvBody(Object.keys(registered.table.columns), lines, { bom: false }))
    file += Buffer.from(piece).toString();
  const rows: string[][] = parse(file);
  return rows.slice(1);
}

const timesOf = async (name: string, zone: string, day: string) => [
  ...new Set(
    (await rowsOf(name, `period=${day}..${day}&grain=hour&zone=${zone}`)).map(([time = ""]) => time),
  ),
];

describe.each(["shares", "channel-trends"])("%s by the hour", (name) => {
  it("has 25 times on the day on which clocks go back, the hour that comes twice under both offsets", async () => {
    const times = await timesOf(name, "Africa/Cairo", "2026-10-29");
    expect(times).toHaveLength(25);
    expect(times[0]).toBe("2026-10-29T00:00:00+03:00");
    expect(times.slice(-2)).toEqual(["2026-10-29T23:00:00+03:00", "2026-10-29T23:00:00+02:00"]);
  });

  it("has 24 in a zone that is half an hour off, each on the hour of its clock", async () => {
    const times = await timesOf(name, "Asia/Kolkata", "2026-10-29");
    expect(times).toHaveLength(24);
    for (const time of times) expect(time).toMatch(/T\d\d:00:00\+05:30$/);
  });

  it("puts every share into the step of its instant, and none is lost", async () => {
    const address = "period=2026-10-29..2026-10-29&grain=hour&zone=Africa/Cairo";
    const rows = await rowsOf(name, address);
    const counts = rows.map((row) => (name === "shares" ? row.slice(1, 5) : row.slice(2, 3)).map(Number));
    // The log has a share every half an hour.
    expect(counts.map((cells) => cells.reduce((sum, cell) => sum + cell, 0))).toEqual(Array(25).fill(2));
    expect(rows.map(([time = ""]) => Date.parse(time))).toEqual(
      rows.map((_, n) => Date.parse("2026-10-28T21:00:00Z") + n * HOUR),
    );
  });
});

it("a shift of half an hour cuts one hour in two, or makes one half as long", () => {
  const zone = "Australia/Lord_Howe";
  const stepsOf = (day: string, next: string) =>
    timeSteps({ from: dayStart(day, zone), to: dayStart(next, zone) }, "hour", zone).map(({ from }) =>
      isoInZone(from, zone),
    );
  const back = stepsOf("2026-04-05", "2026-04-06");
  expect(back.slice(0, 4)).toEqual([
    "2026-04-05T00:00:00+11:00",
    "2026-04-05T01:00:00+11:00",
    "2026-04-05T01:30:00+10:30",
    "2026-04-05T02:00:00+10:30",
  ]);
  expect(new Set(back).size).toBe(25);
  expect(stepsOf("2026-10-04", "2026-10-05").slice(1, 4)).toEqual([
    "2026-10-04T01:00:00+10:30",
    "2026-10-04T02:30:00+11:00",
    "2026-10-04T03:00:00+11:00",
  ]);
});
