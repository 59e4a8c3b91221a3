import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ColumnQuery, readColumns } from "./read-columns.ts";

interface Row {
  readonly at: number;
  readonly said: string | null;
}

const QUERY: ColumnQuery<Row> = {
  columns: { at: "at", said: "said" },
  from: "FROM notes WHERE place = ?",
  key: "id",
};
let folder: string;
let path: string;
let client: Database.Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "intishar-columns-"));
  path = join(folder, "notes.db");
  client = new Database(path);
  client.pragma("journal_mode = WAL");
  client.exec("CREATE TABLE notes (place INTEGER, id TEXT, at INTEGER, said TEXT, PRIMARY KEY (place, id))");
});

afterEach(() => {
  client.close();
  rmSync(folder, { recursive: true });
});

function add(rows: number, said: (i: number) => string | null = (i) => `n${i}`, place = 1): void {
  const insert = client.prepare("INSERT INTO notes VALUES (?, ?, ?, ?)");
  client.transaction(() => {
    // Backwards, so that the order is the key's and not that of arrival.
    for (let i = rows - 1; i >= 0; i--) insert.run(place, String(i).padStart(8, "0"), i, said(i));
  })();
}

const readAll = (place = 1) => [...readColumns(client, QUERY, [place])];

describe("columns", () => {
  it.each([0, 1, 9_999, 10_000, 10_001, 25_000])("hold every one of %i rows once, by the key", (rows) => {
    add(rows);
    add(3, () => "another's", 2);
    const pages = readAll();
    expect(pages.flatMap(({ at }) => at)).toEqual(Array.from({ length: rows }, (_, i) => i));
    expect(pages.flatMap(({ said }) => said)).toEqual(Array.from({ length: rows }, (_, i) => `n${i}`));
  });

  it("give back every text as it is, and nothing as nothing", () => {
    const texts = [
      null,
      "",
      '"',
      "\\",
      "a\nb\r\t",
      "\u0001\u2028",
      "انتشار 🌱",
      "[1,2]",
      '{"a":null}',
      "null",
    ];
    add(texts.length, (i) => texts[i] ?? null);
    expect(readAll().flatMap(({ said }) => said)).toEqual(texts);
  });

  it("are all as of one instant, whatever is written meanwhile", () => {
    add(15_000);
    const writer = new Database(path);
    const pages = readColumns(client, QUERY, [1]);
    const first = pages.next().value as { at: readonly number[] };
    writer.exec("DELETE FROM notes WHERE at >= 12000");
    const rest = [...pages];
    expect(first.at.length + rest.flatMap(({ at }) => at).length).toBe(15_000);
    expect(readAll().flatMap(({ at }) => at)).toHaveLength(12_000);
    writer.close();
  });

  it("leave no transaction open when nobody reads to the end, and one of the caller's alone", () => {
    add(15_000);
    for (const _ of readColumns(client, QUERY, [1])) break;
    expect(client.inTransaction).toBe(false);
    client.transaction(() => {
      expect(readAll()).toHaveLength(2);
      expect(client.inTransaction).toBe(true);
    })();
  });
});
