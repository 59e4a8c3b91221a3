import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerHere } from "#app/_answers/testing/answer-here.ts";
import { openLink } from "#app/_answers/testing/open-link.ts";
import { readCampaign } from "#db/queries/campaigns/read-campaign.ts";
import { listCascades } from "#db/queries/cascades/list-cascades.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";
import { TABLES } from "#lib/answers/tables.ts";
import { parseCascadeFilter } from "#lib/explorer/parse-cascade-filter.ts";
import { csvBody } from "./csv-body.ts";
import { type FileContext, fileContext } from "./file-context.ts";
import { streamPieces } from "./stream-pieces.ts";
import { tableLines } from "./table-lines.ts";
import {
  BUSY,
  CASCADES,
  EVENTS_OF_ONE,
  IMPORTS,
  plantWideCampaign,
  type WideCampaign,
} from "./testing/wide-campaign.ts";

let wide: WideCampaign;
let owner: Scope<"campaigns.read">;
let viewer: Scope<"campaigns.read">;

beforeAll(async () => {
  wide = await plantWideCampaign();
  owner = wide.member("owner");
  viewer = wide.member("viewer");
  openLink(wide.fixture.scope, { name: "For the client" });
});
afterAll(() => wide.fixture.close());

function contextOf(address = "", scope = owner): FileContext {
  answerHere(wide.fixture.db);
  return fileContext(scope, readCampaign(scope, { campaignId: 1 }), new URLSearchParams(address));
}

/** The rows of a table's file, cell by cell, by the key of their column. */
async function rowsOf(name: string, address = "", scope = owner): Promise<Record<string, string>[]> {
  const registered = TABLES.get(name);
  if (registered === undefined) throw new Error(`no table ${name}`);
  const pages = await tableLines(name, registered, contextOf(address, scope));
  const keys = Object.keys(registered.table.columns);
  const file = await text(streamPieces(csvBody(keys, pages, { bom: false })));
  const lines = file.split("\r\n").slice(1, -1);
  return lines.map((line) => {
    const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, "")) ?? [];
    return Object.fromEntries(keys.map((key, i) => [key, cells[i] ?? "missing"]));
  });
}

describe("a file holds every record and not one page of them", () => {
  it("of cascades, in the order of the page, which its filter narrows", async () => {
    const rows = await rowsOf("cascades");
    expect(rows).toHaveLength(CASCADES);
    expect(new Set(rows.map(({ root }) => root)).size).toBe(CASCADES);
    const filter = { ...parseCascadeFilter({}), campaignId: 1 };
    const shown = listCascades(owner, filter).rows.map(({ root }) => root);
    expect(rows.slice(0, shown.length).map(({ root }) => root)).toEqual(shown);
    expect(rows.reduce((sum, { size }) => sum + Number(size), 0)).toBe(CASCADES + Math.floor(CASCADES / 4));
    const narrowed = await rowsOf("cascades", "minSize=2&sort=started&order=asc&page=3");
    expect(narrowed).toHaveLength(Math.floor(CASCADES / 4));
    expect(narrowed[0]).toMatchObject({ root: "s0", size: "2", depth: "1", seeded: "1" });
    const mailed = await rowsOf("cascades", "where=channel:=mail");
    expect(mailed).toHaveLength(CASCADES / 2);
    // What a spreadsheet would take for a formula is a text.
    expect(mailed[0]?.channel).toBe("'=mail");
    expect(await rowsOf("cascades", "period=2026-03-02..2026-03-02")).toHaveLength(0);
    expect(await rowsOf("cascades", "period=2026-03-01..2026-03-02")).toHaveLength(CASCADES);
  });

  it("of sharers, in the order of the page, whichever page the address names", async () => {
    const people = CASCADES + Math.floor(CASCADES / 4);
    const rows = await rowsOf("sharers", "sort=first&order=asc&page=2");
    expect(rows).toHaveLength(people);
    expect(rows[0]).toMatchObject({ person: "p0", children: "1" });
    expect(await rowsOf("sharers", "search=q1")).toHaveLength(66);
  });

  it("of what one person did", async () => {
    const rows = await rowsOf("person-events", `person=${BUSY}&page=2`);
    expect(rows).toHaveLength(EVENTS_OF_ONE);
    expect(rows.filter(({ event }) => event === "conversion")).toHaveLength(37);
    expect(await rowsOf("person-events", "person=p1")).toHaveLength(1);
    expect(await rowsOf("person-events", "person=nobody")).toHaveLength(0);
  });

  it("of imports", async () => {
    const rows = await rowsOf("imports");
    expect(rows).toHaveLength(IMPORTS);
    expect([rows[0]?.file, rows.at(-1)?.file]).toEqual([`log-${IMPORTS - 1}.csv`, "log-0.csv"]);
  });
});

describe("records are read as they are", () => {
  it.each([
    ["notes", { time: "2026-03-01T02:00:00+02:00", kind: "post", text: '"a post, ""quoted"""' }],
    ["links", { name: "Letter", code: "s0", channel: "email", seed_kind: "organic", paused: "0" }],
    ["report-links", { name: "For the client", status: "live", password: "0", opens: "0" }],
    ["quality-sources", { source: "server", received: "2", accepted: "1", refused: "1" }],
    [
      "quality-troubles",
      { source: "server", outcome: "refused", reason: "missing", field: "code", count: "1" },
    ],
  ])("%s", async (name, first) => {
    const rows = await rowsOf(name);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject(first);
  });

  it("live: what has arrived, and of a filter only what it lets through", async () => {
    wide.receive("guest-1");
    wide.receive("guest-2");
    const visits = (rows: Record<string, string>[]) => rows.map(({ person }) => person).toSorted();
    expect(visits(await rowsOf("live-events"))).toEqual(["guest-1", "guest-2"]);
    expect(visits(await rowsOf("live-events", "where=channel:=mail"))).toEqual([]);
    expect(visits(await rowsOf("live-events", "where=integrity:sound"))).toEqual(["guest-1", "guest-2"]);
    expect(visits(await rowsOf("live-events", "where=integrity:suspect"))).toEqual([]);
    const minutes = await rowsOf("live-minutes");
    expect(minutes).toHaveLength(30);
    expect(minutes.reduce((sum, row) => sum + Number(row.visits), 0)).toBe(2);
  });

  it("are none of the business of a role that may not see them", async () => {
    await expect(rowsOf("report-links", "", viewer)).rejects.toBeInstanceOf(NotFoundError);
    await expect(rowsOf("imports", "", wide.fixture.scope)).rejects.toBeInstanceOf(NotFoundError);
    expect(await rowsOf("imports", "", viewer)).toHaveLength(IMPORTS);
  });
});
