import { gzipSync } from "node:zlib";
import { type Zippable, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { afterAll, describe, expect, test } from "vitest";
import { readLog } from "#db/analyze/read-log.ts";
import { analyseLog } from "#lib/answers/log/answer.ts";
import type { ColumnMapping } from "#lib/sources/column-mapping.ts";
import { DAY } from "#lib/time/lengths.ts";
import { inspectFile } from "./inspect-file.ts";
import { BASE_HEADER, BASE_OBJECTS, BASE_ROWS, baseTable, rowsOf } from "./testing/base-log.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

const fixture = new ImportFixture();
afterAll(() => fixture.close());

async function read(content: string | Uint8Array, map: ColumnMapping = {}) {
  const path = fixture.write("log", content);
  return readLog(path, { map, zone: "UTC", choices: {}, now: fixture.now });
}

const LINES = [BASE_HEADER, ...BASE_ROWS].map((row) => row.join(","));
/** The base table with a further column, whose cells `cell` gives by row, the heading first. */
const withColumn = (delimiter: string, cell: (row: number) => string, end = "\n") =>
  [BASE_HEADER, ...BASE_ROWS].map((row, i) => `${[...row, cell(i)].join(delimiter)}${end}`).join("");
const mixed = (ends: readonly string[]) => LINES.map((line, i) => line + ends[i % ends.length]).join("");
const quoted = (row: readonly string[]) => row.map((field) => `"${field}"`).join(",");
const objects = (list: unknown) => JSON.stringify(list);
const nested = BASE_OBJECTS.map(({ share_id, parent_share_id, actor_id, ...rest }) => ({
  ...rest,
  share: { id: share_id },
  parent: { id: parent_share_id },
  actor: { id: actor_id },
}));
const zip = (files: Zippable) => Buffer.from(zipSync(files));
const bytes = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, bigEndian = false) => {
  const buffer = Buffer.from(text, "utf16le");
  return bigEndian ? buffer.swap16() : buffer;
};

const SAME: Readonly<Record<string, string | Uint8Array>> = {
  "line feeds": baseTable(),
  "no line end at the end": baseTable().trimEnd(),
  "Windows line ends": baseTable(",", "\r\n"),
  "line ends of the old Macintosh": baseTable(",", "\r"),
  "Windows line ends, then line feeds": mixed(["\r\n", "\r\n", "\r\n", "\r\n", "\n", "\n"]),
  "a heading on a line feed, rows on Windows line ends": `${LINES[0]}\n${LINES.slice(1).join("\r\n")}`,
  "all three by turns": mixed(["\r\n", "\n", "\r"]),
  "line ends doubled": baseTable(",", "\r\n\r\n"),
  "line ends with a carriage return too many": baseTable(",", "\r\r\n"),
  semicolons: baseTable(";"),
  tabs: baseTable("\t"),
  bars: baseTable("|"),
  "Arabic semicolons": baseTable("؛"),
  "the separator of Hive": baseTable("\u0001"),
  "a blank behind each comma": baseTable(", "),
  "sep=;": `sep=;\n${baseTable(";")}`,
  "sep=, and Windows line ends": `SEP=,\r\n${baseTable(",", "\r\n")}`,
  "sep=| behind a mark of the byte order": `\uFEFFsep=|\n${baseTable("|")}`,
  "a decimal comma in a file of semicolons": withColumn(";", (i) => (i === 0 ? "weight" : "1,5")),
  "commas in the texts of a file of tabs": withColumn("\t", (i) => (i === 0 ? "text" : "a, b, c, d, e")),
  "every field quoted": [BASE_HEADER, ...BASE_ROWS].map(quoted).join("\r\n"),
  "every field of a file of tabs quoted": baseTable("\t").replace(/[^\t\n]+/g, '"$&"'),
  "line ends and quotes within quotes": withColumn(",", (i) =>
    i === 0 ? '"note"' : '"one\r\ntwo ""x"", y"',
  ),
  "line ends within quotes in a file of tabs": withColumn("\t", (i) => (i === 0 ? "note" : '"one\ntwo"')),
  "a quote within a field": withColumn(",", (i) => (i === 3 ? '5" phone deal' : "t")),
  "quoted words first in a field": withColumn(",", (i) => (i === 3 ? '"wow" look at this' : "t")),
  "quoted words in a file of tabs": withColumn("\t", (i) => (i === 3 ? 'Sami "the fox" Ali' : "t")),
  "quoted words first in a field of tabs": withColumn("\t", (i) => (i === 3 ? '"wow" look' : "t")),
  "a quote opened and never closed": withColumn(",", (i) => (i === 3 ? '"wow' : "t")),
  "a quote opened and never closed in the last row": withColumn(",", (i) => (i === 8 ? '"wow' : "t")),
  "a quote opened, and one at the end of a later field": withColumn(
    ",",
    (i) => ({ 3: '"wow', 5: '5"' })[i] ?? "t",
  ),
  "a quote opened, and proper ones below": withColumn(",", (i) => (i === 3 ? '"wow' : '"t, u"')),
  "a quote that is all of a field, in two rows": withColumn(",", (i) => (i === 3 || i === 6 ? '"' : "t")),
  "rows without their empty fields at the end": `${LINES[0]},seed_kind,variant\n${LINES.slice(1).join("\n")}`,
  "rows with empty fields too many": `${LINES[0]}\n${LINES.slice(1).join(",,,\n")}`,
  "rows of commas": `${baseTable()},,,,\n , ,,,\n,,,,\n`,
  "blank rows between": LINES.join("\n\n  \n"),
  "a column twice that nothing uses": withColumn(",", (i) => (i === 0 ? "notes,notes" : "x,y")),
  "remarks above": `# exported by tool\n# range: 2024-03\n\n${baseTable()}`,
  "a title above": `Campaign report\n\n${baseTable()}`,
  "a title as wide as the table above": `Campaign report,,,,\nMarch 2024,,,,\n,,,,\n${baseTable()}`,
  "a title with a quote": `The "spring" campaign, "one\n${baseTable()}`,
  "a remark before the first name": `# ${baseTable()}`,
  "UTF-8 with a mark": `\uFEFF${baseTable()}`,
  "UTF-16 with a mark": wide(`\uFEFF${baseTable("\t", "\r\n")}`),
  "UTF-16 without one": wide(baseTable()),
  "UTF-16, the other way round": wide(`\uFEFF${baseTable()}`, true),
  "UTF-16, the other way round without a mark": wide(baseTable(), true),
  "a gzip file": gzipSync(baseTable()),
  "a gzip file in two members": Buffer.concat([
    gzipSync(baseTable().slice(0, 99)),
    gzipSync(baseTable().slice(99)),
  ]),
  "a zip archive": zip({ "log.csv": bytes(baseTable()) }),
  "a zip archive of a Macintosh": zip({ "__MACOSX/._log.csv": bytes("x"), "log.csv": bytes(baseTable()) }),
  "a zip archive, not packed": zip({ "a/log.json": [bytes(objects(BASE_OBJECTS)), { level: 0 }] }),
  NDJSON: BASE_OBJECTS.map(objects).join("\n"),
  "NDJSON with Windows line ends and blank lines": BASE_OBJECTS.map(objects).join("\r\n\r\n"),
  "NDJSON in UTF-16": wide(`\uFEFF${BASE_OBJECTS.map(objects).join("\n")}`),
  "a JSON array": objects(BASE_OBJECTS),
  "a JSON array over many lines": JSON.stringify(BASE_OBJECTS, null, 1),
  "objects over many lines": BASE_OBJECTS.map((object) => JSON.stringify(object, null, 2)).join("\n"),
  "objects on one line": BASE_OBJECTS.map(objects).join(" "),
  "a document with a list": objects({ page: 1, next: null, data: BASE_OBJECTS }),
  "a document with a list further in": JSON.stringify({ response: { messages: BASE_OBJECTS } }, null, "\t"),
  "a document with other lists": objects({
    tags: ["x"],
    users: [{ name: "n" }],
    posts: BASE_OBJECTS,
    more: [{}],
  }),
  "pages of a service, one a line": [BASE_OBJECTS.slice(0, 3), BASE_OBJECTS.slice(3)]
    .map((data) => objects({ data }))
    .join("\n"),
  "a list of objects with their fields under attributes": objects({
    data: BASE_OBJECTS.map((attributes, i) => ({ key: i, attributes })),
  }),
  "a script that sets a list": `window.YTD.shares.part0 = ${objects(BASE_OBJECTS)}`,
};

describe("the same log in any shape says the same", () => {
  test.each(Object.entries(SAME))("%s", async (_, content) => {
    const { events, rows, faulty } = await read(content);
    expect(faulty.first).toEqual([]);
    expect(rowsOf(events)).toEqual(BASE_ROWS);
    expect(rows).toBe(8);
  });

  test("objects within objects, by the way to their fields", async () => {
    const map = { code: "share.id", via: "parent.id", person: "actor.id" };
    expect(rowsOf((await read(objects(nested), map)).events)).toEqual(BASE_ROWS);
  });

  test("and gives the same figures", async () => {
    const { events, rows, faulty } = await read(SAME["all three by turns"] ?? "");
    const question = { zone: "UTC", rows, unreadable: faulty.count, spend: null, cascades: false };
    const analysis = analyseLog(events, { ...question, asOf: fixture.now, horizon: 7 * DAY });
    expect(analysis.metrics).toMatchObject({ k: { value: 0.4 }, seeds: { value: 3 }, depth: { value: 2 } });
  });
});

describe("a workbook", () => {
  const cells = (time: (at: string) => string | Date) =>
    [BASE_HEADER, ...BASE_ROWS].map((row, i) => row.map((cell, j) => (i > 0 && j === 3 ? time(cell) : cell)));
  const sheets = (rows: (string | Date | number | null)[][], more: object[] = []) =>
    writeXlsx({
      sheets: [{ name: "Shares", rows }, ...more.map((one) => ({ name: "Other", rows: [["x"]], ...one }))],
    });

  test.each([
    ["of texts", (at: string) => at],
    ["of dates", (at: string) => new Date(at)],
  ])("%s", async (_, time) => {
    expect(rowsOf((await read(await sheets(cells(time)))).events)).toEqual(BASE_ROWS);
  });

  test("under a title, with empty rows between and a footer that is at fault by its row", async () => {
    const [head = [], ...rows] = cells((at) => new Date(at));
    const content = [["Report"], [], head, ...rows.flatMap((row) => [row, [null]]), ["Total", null, 8]];
    const { events, faulty } = await read(await sheets(content));
    expect(rowsOf(events)).toEqual(BASE_ROWS);
    expect(faulty.first).toMatchObject([{ row: 9, line: 20, field: "occurredAt", reason: "missing" }]);
  });

  test("of which another sheet is chosen by its name", async () => {
    const book = await sheets([["nothing"], ["here"]], [{ name: "الصفحة & 2", rows: cells((at) => at) }]);
    const path = fixture.write("book.xlsx", book);
    expect((await inspectFile(path)).sheets).toEqual(["Shares", "الصفحة & 2"]);
    expect((await inspectFile(path, { sheet: "الصفحة & 2" })).mapping).toMatchObject({ code: "share_id" });
    await expect(inspectFile(path, { sheet: "3" })).rejects.toMatchObject({
      fault: { reason: "unknown-sheet", detail: "Shares, الصفحة & 2" },
    });
  });

  test("whose numbers lost digits, which are known by their short form", async () => {
    const rows = cells((at) => at).map((row, i) =>
      i === 0 ? row : [1767225600000000000 + i, ...row.slice(1)],
    );
    await expect(read(await sheets(rows))).rejects.toMatchObject({
      fault: { reason: "digits-lost", line: 2 },
    });
  });

  test("with more texts than may be held, and a bomb", async () => {
    const texts = Array.from({ length: 300_000 }, (_, i) => [`a text of its own ${i}`]);
    const fault = { reason: "workbook-too-large" };
    await expect(read(await sheets([["name"], ...texts]))).rejects.toMatchObject({ fault });
    const parts = { "xl/workbook.xml": bytes('<sheet name="S" r:id="rId1"/>') };
    const bomb = zip({ ...parts, "xl/sharedStrings.xml": new Uint8Array(100_000_000) });
    await expect(read(bomb)).rejects.toMatchObject({ fault });
  });

  test("that is damaged", async () => {
    const book = Buffer.from(await sheets(cells((at) => at)));
    await expect(read(book.subarray(0, book.length / 2))).rejects.toMatchObject({
      fault: { reason: "archive-damaged" },
    });
  });
});

describe("what is written in an older encoding is recognised and named", () => {
  test.each([
    ["windows-1256", "أحمد", "مصر"],
    ["windows-1252", "José", "Málaga"],
  ])("%s", async (encoding, person, city) => {
    const table = withColumn(",", (i) => (i === 0 ? "city" : city)).replaceAll("p1", person);
    const path = fixture.write("old.csv", iconv.encode(table, encoding));
    expect((await inspectFile(path)).format.encoding).toBe(encoding);
    const { events, notes } = await read(iconv.encode(table, encoding));
    expect(notes).toEqual([`read as ${encoding}; say --encoding if it is another`]);
    expect(events[0]).toMatchObject({ person, attributes: { city } });
  });

  test("far behind the head, and chosen otherwise by a person", async () => {
    const table =
      baseTable() +
      "#".repeat(2_000_000).replace(/.{100}/g, "$&\n") +
      iconv.encode("é,,,,", "latin1").toString("latin1");
    const path = fixture.write("late.csv", Buffer.from(table, "latin1"));
    expect((await inspectFile(path)).format.encoding).toBe("windows-1252");
    expect((await inspectFile(path, { encoding: "windows-1251" })).format.encoding).toBe("windows-1251");
    await expect(inspectFile(path, { encoding: "utf-99" })).rejects.toMatchObject({
      fault: { reason: "unknown-encoding", detail: "utf-99" },
    });
  });

  test("one damaged byte makes no other encoding", async () => {
    const table = Buffer.from(withColumn(",", (i) => (i === 0 ? "city" : "مصر")));
    table[table.length - 3] = 0xff;
    expect((await inspectFile(fixture.write("damaged.csv", table))).format.encoding).toBeUndefined();
  });
});

describe("what cannot be told is said", () => {
  test("a table without a heading, whose columns are named by number", async () => {
    const log = "p1 p2 1709283600 RT\np1 p3 1709287200 RT\np2 p4 1709290800 RT\n";
    await expect(read(log)).rejects.toMatchObject({ fault: { reason: "no-header" } });
    const map = { via: "#1", code: "#2", person: "#2", occurredAt: "#3", channel: "#4" };
    const { events } = await read(log, map);
    expect(events.map(({ via, code }) => [via, code])).toEqual([
      ["p1", "p2"],
      ["p1", "p3"],
      ["p2", "p4"],
      // A list of edges: who is only named as a source has shared, too.
      [null, "p1"],
    ]);
    await expect(read(log, { ...map, channel: "#x" })).rejects.toMatchObject({
      fault: { reason: "missing-columns", detail: "#x" },
    });
  });

  test("a base log without its heading", async () => {
    const log = baseTable().slice(baseTable().indexOf("\n") + 1);
    await expect(read(log)).rejects.toMatchObject({ fault: { reason: "no-header" } });
    const map = { code: "#1", via: "#2", person: "#3", occurredAt: "#4", channel: "#5" };
    expect(rowsOf((await read(log, map)).events)).toEqual(BASE_ROWS);
  });

  test("a column twice that is used, which one is asked by number", async () => {
    const log = withColumn(",", (i) => (i === 0 ? "channel" : "x"));
    await expect(read(log)).rejects.toMatchObject({
      fault: { reason: "duplicate-column", detail: "channel: #5, #6" },
    });
    expect(rowsOf((await read(log, { channel: "#5" })).events)).toEqual(BASE_ROWS);
  });

  test("a field too many that says something, a footer, and the heading again", async () => {
    const { events, faulty } = await read(
      `${baseTable()}e1,a1,p9,2024-03-04T09:00:00Z,x,more\nTotal,,8\n${LINES[0]}\n`,
    );
    expect(rowsOf(events)).toEqual(BASE_ROWS);
    expect(faulty.first.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [10, "row", "too-many-fields"],
      [11, "occurredAt", "missing"],
      [12, "occurredAt", "not-a-date"],
    ]);
  });

  test("a last row that was cut, but not where rows are short", async () => {
    const cut = baseTable().slice(0, -9);
    expect((await read(cut)).faulty.first).toMatchObject([
      { line: 9, field: "row", reason: "too-few-fields" },
    ]);
    const short = `${LINES[0]},variant\n${LINES.slice(1).join("\n")}`;
    expect((await read(short)).faulty.count).toBe(0);
  });

  test("an archive of several files, which are named and chosen from", async () => {
    const path = fixture.write("two.zip", zip({ "b.csv": bytes("x"), "a.csv": bytes(baseTable()) }));
    await expect(inspectFile(path)).rejects.toMatchObject({
      fault: { reason: "several-files", detail: "b.csv, a.csv" },
    });
    expect((await inspectFile(path, { entry: "a.csv" })).format.entry).toBe("a.csv");
  });

  test.each([
    ["an archive cut short", zip({ "log.csv": bytes(baseTable()) }).subarray(0, 100), "archive-damaged"],
    ["a JSON array that ends early", objects(BASE_OBJECTS).slice(0, -60), "json-cut-short"],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae10000", "hex"), "archive"],
    ["an OpenDocument table", zip({ mimetype: bytes("x"), "content.xml": bytes("<a/>") }), "archive"],
  ])("%s", async (_, content, reason) => {
    await expect(read(content)).rejects.toMatchObject({ fault: { reason } });
  });

  test("an archive whose bytes are not those that were put in", async () => {
    const archive = zip({ "log.csv": [bytes(baseTable()), { level: 0 }] });
    archive[archive.indexOf("p8")] = 113;
    await expect(read(archive)).rejects.toMatchObject({ fault: { reason: "archive-damaged" } });
  });
});

test("keys that come late are columns", async () => {
  const lines = Array.from({ length: 500 }, (_, i) => ({ ...BASE_OBJECTS[0], share_id: `s${i}` }));
  const late = { ...BASE_OBJECTS[1], share_id: "late", variant: "B", deep: { er: 1 } };
  const { header, mapping } = await inspectFile(
    fixture.write("late.ndjson", [...lines, late].map(objects).join("\n")),
  );
  expect(header).toEqual([...BASE_HEADER, "variant", "deep.er"]);
  expect(mapping.variant).toBe("variant");
});
