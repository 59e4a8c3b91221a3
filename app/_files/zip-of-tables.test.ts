import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerHolder } from "#app/_answers/answer-holder.ts";
import { answerHere } from "#app/_answers/testing/answer-here.ts";
import { readCampaign } from "#db/queries/campaigns/read-campaign.ts";
import type { Scope } from "#lib/access/scope.ts";
import { TABLES } from "#lib/answers/tables.ts";
import type { CsvDialect } from "#lib/format/csv.ts";
import { EVENT_FILE_COLUMNS } from "#lib/sources/event-file.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { csvBody } from "./csv-body.ts";
import { type FileContext, fileContext } from "./file-context.ts";
import { fileName } from "./file-name.ts";
import { tableLines } from "./table-lines.ts";
import { plantWideCampaign, type WideCampaign } from "./testing/wide-campaign.ts";
import { zipOfTables } from "./zip-of-tables.ts";

let wide: WideCampaign;
let owner: Scope<"campaigns.read">;
const ADDRESS = "period=2026-03-01..2026-03-31&vs=previous&where=channel:x&bom=0";

beforeAll(async () => {
  wide = await plantWideCampaign();
  owner = wide.member("owner");
});
afterAll(() => wide.fixture.close());

/** A context, and the names of the answers asked for so far. */
function plant(
  address = ADDRESS,
  scope = owner,
  dialect: CsvDialect = "comma",
): { context: FileContext; asked: readonly string[] } {
  const asked = answerHere(wide.fixture.db);
  const campaign = readCampaign(scope, { campaignId: 1 });
  return { asked, context: fileContext(scope, campaign, new URLSearchParams(address), dialect) };
}

async function filesOf(context: FileContext): Promise<ReadonlyMap<string, string>> {
  const bytes = new Uint8Array(await new Response(zipOfTables(context)).arrayBuffer());
  return new Map(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content).toString()]),
  );
}

async function csvOf(context: FileContext, name: string): Promise<string> {
  const registered = TABLES.get(name);
  if (registered === undefined) throw new Error(`no table ${name}`);
  const lines = await tableLines(name, registered, context);
  let file = "";
  for await (const piece of csvBody(Object.keys(registered.table.columns), lines, context))
    file += Buffer.from(piece).toString();
  return file;
}

/** Lets all that is ready be done. */
const settled = async () => {
  for (let n = 0; n < 50; n++) await new Promise(setImmediate);
};

describe("the files of a zip", () => {
  it("are those of the tables, in their order, byte for byte; those without a row are left out", async () => {
    const { context } = plant();
    const files = await filesOf(context);
    const expected = new Map<string, string>();
    for (const [name, { table }] of TABLES) {
      const file = await csvOf(context, name);
      const hasRows = file.split("\r\n").length > 2;
      if (hasRows && table.isInZip !== false) expected.set(`${fileName(context, name)}.csv`, file);
    }
    const events = `${fileName(context, "events")}.csv`;
    expect([...files.keys()]).toEqual([...expected.keys(), events, "dictionary.csv", "filters.json"]);
    const keys = Object.keys(EVENT_FILE_COLUMNS);
    expect(files.get(events)?.startsWith(`${keys.join(",")}\r\n`)).toBe(true);
    expect(files.get(events)?.split("\r\n").length).toBeGreaterThan(3);
    for (const [name, file] of expected) expect(files.get(name), name).toBe(file);
    expect(expected.size).toBeGreaterThan(25);
    expect(files.get("dictionary.csv")?.startsWith("file,column,meaning\r\n")).toBe(true);
  });

  it("begin with a byte order mark unless told otherwise", async () => {
    const files = await filesOf(plant("").context);
    for (const [name, file] of files) expect(file.startsWith("\uFEFF"), name).toBe(name.endsWith(".csv"));
  });

  it("have semicolons between cells and commas in numbers for whoever chose that, and say the same", async () => {
    const [commas, semicolons] = [
      await filesOf(plant().context),
      await filesOf(plant(ADDRESS, owner, "semicolon").context),
    ];
    expect([...semicolons.keys()]).toEqual([...commas.keys()]);
    for (const [name, file] of semicolons) {
      if (!name.endsWith(".csv")) continue;
      const rows: string[][] = parse(file, { delimiter: ";" });
      const same: string[][] = parse(commas.get(name) ?? "");
      const isNumber = (cell: string) => /^-?\d+(?:[.,]\d+)?(?:e-\d+)?$/.test(cell);
      const alike = (cell: string) => (isNumber(cell) ? Number(cell.replace(",", ".")) : cell);
      expect(
        rows.map((row) => row.map(alike)),
        name,
      ).toEqual(same.map((row) => row.map(alike)));
    }
    const channels = [...semicolons].find(([name]) => name.includes("_channels_"))?.[1] ?? "";
    expect(channels).toMatch(/;0,\d+;/);
    expect(channels).not.toMatch(/;\d+\.\d+;/);
  });

  it("have every column of theirs in the dictionary, each with a meaning, and nothing else is there", async () => {
    const { context } = plant();
    const files = await filesOf(context);
    const lines = files.get("dictionary.csv")?.split("\r\n") ?? [];
    for (const [name, file] of files) {
      const table = [...TABLES.keys()].find((key) => name === `${fileName(context, key)}.csv`);
      if (table === undefined) continue;
      for (const column of file.slice(0, file.indexOf("\r\n")).split(","))
        expect(
          lines.some((line) => line.startsWith(`${table}.csv,${column},`) && !line.endsWith(`${column},`)),
          `${table}.${column}`,
        ).toBe(true);
    }
    expect(new Set(lines).size).toBe(lines.length);
    const told = new Set(lines.slice(1, -1).map((line) => line.slice(0, line.indexOf(".csv,"))));
    const zipped = [...TABLES.keys()].filter((key) => files.has(`${fileName(context, key)}.csv`));
    expect([...told]).toEqual([...zipped, "events"]);
    expect(zipped.length).toBeLessThan(TABLES.size);
  });

  it("say what was asked", async () => {
    const files = await filesOf(plant().context);
    expect(JSON.parse(files.get("filters.json") ?? "")).toEqual({
      campaign: "Launch",
      address: expect.stringContaining("where=channel:x"),
      from: "2026-03-01T00:00:00+02:00",
      to: expect.any(String),
      asOf: expect.any(String),
      zone: "Africa/Khartoum",
      grain: expect.any(String),
      filters: [{ dimension: "channel", isNot: false, values: ["x"] }],
      comparedWith: { from: expect.any(String), to: "2026-03-01T00:00:00+02:00", campaign: 1 },
      simulated: false,
    });
  });

  it("are only those that the person may see", async () => {
    const named = (files: ReadonlyMap<string, string>, table: string) =>
      [...files.keys()].some((name) => name.includes(`_${table}_`));
    // Whoever operates the machine is nobody of the workspace, to whom a table of a role could be shown.
    const others = await filesOf(plant(ADDRESS, wide.fixture.scope).context);
    expect([named(others, "imports"), named(others, "cascades"), named(others, "events")]).toEqual([
      false,
      true,
      false,
    ]);
    const viewers = await filesOf(plant(ADDRESS, wide.member("viewer")).context);
    expect([named(viewers, "imports"), named(viewers, "report-links")]).toEqual([true, false]);
    expect(named(viewers, "events")).toBe(true);
  });
});

describe("a zip", () => {
  it("is made as fast as it is read: tables whose turn has not come are not asked for", async () => {
    const { context, asked } = plant();
    const reader = zipOfTables(context).getReader();
    expect((await reader.read()).value).toBeInstanceOf(Uint8Array);
    await settled();
    const early = asked.length;
    expect(early).toBeGreaterThan(0);
    expect(early).toBeLessThanOrEqual(2);
    let chunks = 1;
    while (!(await reader.read()).done) chunks += 1;
    expect(asked.length).toBeGreaterThan(25);
    expect(chunks).toBeGreaterThan(asked.length);
  });

  it("is let go of when nobody reads on, in the middle of a table too", async () => {
    const { context, asked } = plant();
    const log = { rows: 0, isClosed: false };
    answerInstead("sharers", () => ({ pieces: endlessPieces(log), span: null }));
    const reader = zipOfTables(context).getReader();
    while (log.rows === 0) expect((await reader.read()).done).toBe(false);
    for (let chunks = 0; chunks < 5; chunks++) expect((await reader.read()).done).toBe(false);
    const early = asked.length;
    await reader.cancel();
    await settled();
    const { rows } = log;
    await settled();
    expect(log).toEqual({ rows, isClosed: true });
    expect(asked).toHaveLength(early);
  });

  it("fails where a table does, and does not end as if it were whole", async () => {
    const { context } = plant();
    answerInstead("funnel", () => {
      throw new Error("no funnel");
    });
    const reader = zipOfTables(context).getReader();
    let chunks = 0;
    const all = async () => {
      while (!(await reader.read()).done) chunks += 1;
    };
    await expect(all()).rejects.toThrow("no funnel");
    expect(chunks).toBeGreaterThan(1);
  });
});

/** Answers one question in another way, after `plant`. */
function answerInstead(name: string, answer: () => unknown): void {
  const { service } = answerHolder;
  if (service === undefined) throw new Error("nobody answers");
  answerHolder.service = {
    ...service,
    answer: async (scope, asked) =>
      (asked.kind === "table" ? asked.table : asked.name) === name ? answer() : service.answer(scope, asked),
  };
}

/** Lines that have no end and hardly shrink in a zip. */
function* endlessPieces(log: { rows: number; isClosed: boolean }) {
  const random = seededRandom(1);
  try {
    for (;;) {
      log.rows += 1;
      yield Buffer.from(Array.from({ length: 500 }, () => `${random.next()}\r\n`).join(""));
    }
  } finally {
    log.isClosed = true;
  }
}
