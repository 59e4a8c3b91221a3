import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventStoreOf } from "#db/event-store-of.ts";
import { migrate, pendingMigrations } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { readMigrations } from "./migration-files.ts";
import { writeOlderFile } from "./testing/older-file.ts";
import { writePlantedFile } from "./testing/planted-file.ts";

const SHARES = 1500;
/** Labels and unverified events came with this one. */
const FIRST_WITH_LABELS = 3;

const known = readMigrations();
const folder = mkdtempSync(join(tmpdir(), "intishar-released-"));
const file = (name: string) => join(folder, `${name}.db`);
beforeAll(() => {
  for (const isPlain of [true, false])
    writePlantedFile(file(sourceName(isPlain)), { isPlain, shares: SHARES });
});
afterAll(() => rmSync(folder, { recursive: true }));

const sourceName = (isPlain: boolean) => (isPlain ? "plain" : "full");

function withFile<T>(path: string, read: (db: IntisharDatabase) => T): T {
  const db = openDatabase(path);
  try {
    return read(db);
  } finally {
    db.$client.close();
  }
}

function schemaOf(client: Database.Database): unknown[] {
  return client.prepare("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").all();
}

function campaignsOf(client: Database.Database): { workspaceId: number; campaignId: number }[] {
  const select = "SELECT workspace_id AS workspaceId, id AS campaignId FROM campaigns ORDER BY 2";
  return client.prepare(select).all() as { workspaceId: number; campaignId: number }[];
}

describe("a file of every released schema", () => {
  it.each(known.map(({ tag }, index) => [tag, index + 1] as const))(
    "%s becomes one of today's",
    (_tag, count) => {
      const source = file(sourceName(count < FIRST_WITH_LABELS));
      const path = file(`at-${count}`);
      writeOlderFile(path, count, source);
      expect(pendingMigrations(path).pending).toEqual(known.slice(count));

      migrate(path);

      expect(pendingMigrations(path)).toEqual({ isNew: false, pending: [] });
      const digests = withFile(source, (db) =>
        campaignsOf(db.$client).map((key) => eventStoreOf(db).digest(key)),
      );
      expect(digests.length).toBeGreaterThan(20);
      withFile(path, (db) => {
        const { $client: client } = db;
        expect(schemaOf(client)).toEqual(withFile(source, (today) => schemaOf(today.$client)));
        expect(client.pragma("foreign_key_check")).toEqual([]);
        expect(client.pragma("integrity_check", { simple: true })).toBe("ok");
        const store = eventStoreOf(db);
        expect(campaignsOf(client).map((key) => store.digest(key))).toEqual(digests);
        for (const key of campaignsOf(client)) store.rebuild(key);
        expect(campaignsOf(client).map((key) => store.digest(key))).toEqual(digests);
      });
    },
  );
});
