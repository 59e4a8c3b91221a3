import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, expect, test } from "vitest";
import { readLog } from "#db/analyze/read-log.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { BASE_HEADER, BASE_OBJECTS, BASE_ROWS, baseTable, rowsOf } from "./testing/base-log.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

/** As many as the machine reads in the time one has: 200000 are an hour's. */
const FILES = Number(process.env.INTISHAR_MUTANTS ?? 4000);
const SEED = Number(process.env.INTISHAR_SEED ?? 17);

const fixture = new ImportFixture();
afterAll(() => fixture.close());

/** A file that says the base log, and the text of each of its rows; none where its bytes are packed. */
interface Base {
  readonly bytes: Buffer;
  readonly rows: readonly string[];
  readonly encoding: "utf8" | "utf16le" | null;
}

const LINES = [BASE_HEADER, ...BASE_ROWS];
const text = (rows: readonly string[], whole: string, encoding: "utf8" | "utf16le" = "utf8"): Base => ({
  bytes: Buffer.from(whole, encoding),
  rows,
  encoding,
});
const table = (mark: string, end: string, encoding?: "utf16le") => {
  const rows = LINES.map((row) => row.join(mark));
  return text(rows.slice(1), (encoding ? "\uFEFF" : "") + rows.map((row) => row + end).join(""), encoding);
};
const quoted = LINES.map((row, i) =>
  [...row, i === 0 ? "note" : 'one\ntwo ""x"", y'].map((cell) => `"${cell}"`),
);
const objects = BASE_OBJECTS.map((object) => JSON.stringify(object));
const packed = (bytes: Uint8Array): Base => ({ bytes: Buffer.from(bytes), rows: [], encoding: null });

async function bases(): Promise<Readonly<Record<string, Base>>> {
  return {
    csv: table(",", "\n"),
    windows: table(";", "\r\n"),
    macintosh: table(",", "\r"),
    tsv: table("\t", "\n"),
    utf16: table("\t", "\r\n", "utf16le"),
    quoted: text(
      quoted.slice(1).map((row) => row.join(",")),
      quoted.map((row) => `${row.join(",")}\r\n`).join(""),
    ),
    ndjson: text(objects, `${objects.join("\n")}\n`),
    array: text(objects, `{"data":[\n${objects.join(",\n")}\n]}\n`),
    gzip: packed(gzipSync(baseTable())),
    zip: packed(zipSync({ "log.csv": Buffer.from(baseTable()) })),
    workbook: packed(await writeXlsx({ sheets: [{ name: "S", rows: LINES.map((row) => [...row]) }] })),
  };
}

const AWKWARD = ['"', '""', ",", "\t", "\n", "\r", "\r\n", "\0", "{", "]", "\uFEFF", "é", "\n\n", '",', ',"'];

/** Changes a file as copying, editing and broken disks do. */
function mutate(bytes: Buffer, random: Random): Buffer {
  const at = () => Math.floor(random.next() * bytes.length);
  const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
  const kind = Math.floor(random.next() * 7);
  if (kind === 0) {
    const flipped = Buffer.from(bytes);
    for (let i = 0; i <= random.next() * 3; i += 1) {
      const place = at();
      flipped[place] = (flipped[place] ?? 0) ^ (1 << Math.floor(random.next() * 8));
    }
    return flipped;
  }
  if (kind === 1) return bytes.subarray(0, from);
  if (kind === 2) return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  if (kind === 3) return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  if (kind === 4) {
    const awkward = AWKWARD[Math.floor(random.next() * AWKWARD.length)] ?? "";
    return Buffer.concat([bytes.subarray(0, from), Buffer.from(awkward), bytes.subarray(from)]);
  }
  const lines = bytes.toString("latin1").split("\n");
  const [a, b] = [Math.floor(random.next() * lines.length), Math.floor(random.next() * lines.length)];
  [lines[a], lines[b]] = [lines[b] ?? "", lines[a] ?? ""];
  return Buffer.from(lines.join("\n"), "latin1");
}

interface Outcome {
  readonly rows: readonly string[];
  /** Whether anything was said that is not said of the base. */
  readonly said: string;
}

async function read(bytes: Buffer): Promise<Outcome> {
  const path = fixture.write("mutant", bytes);
  try {
    const { events, faulty, notes } = await readLog(path, {
      ...{ map: {}, zone: "UTC", choices: {}, now: fixture.now },
    });
    const said = [...notes, ...(faulty.count > 0 ? [`${faulty.count} faulty rows`] : [])].join("; ");
    return { rows: rowsOf(events).map(String), said };
  } catch (error) {
    if (error instanceof FileFaultError) return { rows: [], said: error.fault.reason };
    throw error;
  }
}

/** What is wrong with reading a file about which nothing was said; undefined when nothing is. */
function silentFault(base: Base, bytes: Buffer, rows: readonly string[]): string | undefined {
  const found = new Map<string, number>();
  for (const row of rows) found.set(row, (found.get(row) ?? 0) + 1);
  if (base.encoding === null)
    return String(rows) === String(BASE_ROWS.map(String)) ? undefined : "other rows came out of a container";
  const lines = bytes.toString(base.encoding).split(/\r\n|\n|\r/);
  for (const [i, raw] of base.rows.entries()) {
    const parts = raw.split("\n");
    let whole = 0;
    for (let at = 0; at < lines.length; at += 1)
      if (parts.every((part, j) => (lines[at + j] ?? "").replace(/,$/, "") === part.replace(/,$/, "")))
        whole += 1;
    if (whole > (found.get(String(BASE_ROWS[i])) ?? 0)) return `row ${raw} is whole and was not read`;
  }
  return undefined;
}

test(`${FILES} mutated files: none hangs, none fails unsaid`, { timeout: 3_600_000 }, async () => {
  const all = Object.entries(await bases());
  const usual = new Map<string, string>();
  for (const [name, base] of all) {
    const { rows, said } = await read(base.bytes);
    expect([name, rows]).toEqual([name, BASE_ROWS.map(String)]);
    usual.set(name, said);
  }
  const random = seededRandom(SEED);
  const wrong: string[] = [];
  for (let i = 0; i < FILES && wrong.length < 10; i += 1) {
    const [name, base] = all[i % all.length] as [string, Base];
    const bytes = mutate(base.bytes, random);
    const { rows, said } = await read(bytes);
    if (said !== usual.get(name)) continue;
    const fault = silentFault(base, bytes, rows);
    if (fault !== undefined)
      wrong.push(`${name} ${i}: ${fault}\n${JSON.stringify(bytes.toString("latin1"))}`);
  }
  expect(wrong.join("\n\n")).toBe("");
});
