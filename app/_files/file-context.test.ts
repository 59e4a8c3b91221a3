import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerHere } from "#app/_answers/testing/answer-here.ts";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { readCampaign } from "#db/queries/campaigns/read-campaign.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { openMemberScope } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { TABLES } from "#lib/answers/tables.ts";
import { DAY, MINUTE } from "#lib/time/lengths.ts";
import { type FileContext, fileContext } from "./file-context.ts";
import { fileName } from "./file-name.ts";
import { tableLines } from "./table-lines.ts";
import { zipOfTables } from "./zip-of-tables.ts";

let fixture: ImportFixture;
let owner: Scope<"campaigns.read">;
beforeAll(() => {
  fixture = new ImportFixture();
  const { db, databasePath } = fixture;
  process.env.DATABASE_PATH = databasePath;
  const userId = plantMember(db, { workspaceId: 1, role: "owner" });
  owner = openMemberScope(db, userId, "ours", "campaigns.read");
});
afterAll(() => fixture.close());

function contextOf(address = ""): FileContext {
  answerHere(fixture.db);
  return fileContext(owner, readCampaign(owner, { campaignId: 1 }), new URLSearchParams(address));
}

describe("before the first event", () => {
  it.each([...TABLES.keys()])("%s is a file in which nothing is invented", async (name) => {
    const registered = TABLES.get(name);
    if (registered === undefined) throw new Error("no such table");
    for (const address of ["", "person=ann&vs=previous", "period=7d&vs=year", "vs=campaign-2&period=today"]) {
      const width = Object.keys(registered.table.columns).length;
      const pieces = [...(await tableLines(name, registered, contextOf(address)))];
      const text = pieces.map((piece) => Buffer.from(piece).toString()).join("");
      const rows: string[][] = parse(text);
      for (const row of rows) expect(row).toHaveLength(width);
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it("there is a zip", async () => {
    const context = contextOf();
    const bytes = new Uint8Array(await new Response(zipOfTables(context)).arrayBuffer());
    const names = Object.keys(unzipSync(bytes));
    expect(names.slice(-2)).toEqual(["dictionary.csv", "filters.json"]);
    expect(names).toContain(`${fileName(context, "overview")}.csv`);
  });

  it("the question is of this minute, and of nothing before it", () => {
    const { question } = contextOf();
    expect(question.from).toBe(question.asOf);
    expect(question.to - question.from).toBeLessThanOrEqual(1);
    expect(question.asOf % MINUTE).toBe(0);
  });
});

it("asks what the page of the same address asks", () => {
  const [first, last] = [fixture.now, fixture.now + 3 * DAY];
  addEvents(fixture.scope, 1, [
    { id: "a", kind: "share", person: "a", code: "a", occurredAt: first },
    { id: "b", kind: "share", person: "b", code: "b", occurredAt: last },
  ]);
  const { question, campaign, bom } = contextOf("where=channel:x&horizon=14d&sort=k&other=1");
  expect(campaign.name).toBe("Launch");
  expect(question).toMatchObject({ campaignId: 1, from: first, zone: "Africa/Khartoum", horizon: 14 * DAY });
  expect(question.to).toBeGreaterThan(last);
  expect(question.filters).toEqual([{ dimension: "channel", isNot: false, values: ["x"] }]);
  expect(question.options).toEqual({ sort: "k" });
  expect([bom, contextOf("bom=0").bom, contextOf("bom=1").bom]).toEqual([true, false, true]);
});
