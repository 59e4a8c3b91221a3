import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate as applyMigrations } from "drizzle-orm/better-sqlite3/migrator";
import { afterAll, describe, expect, it } from "vitest";
import { derivedDigest } from "#db/engines/sqlite/derived-digest.ts";
import { rebuildCampaign } from "#db/engines/sqlite/rebuild-campaign.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";

const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "intishar-migrate-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}

/** The migrations up to and with `last`, as they were handed out then. */
function migrationsUntil(last: string): string {
  const path = join(folder, last);
  mkdirSync(join(path, "meta"), { recursive: true });
  const journal = JSON.parse(readFileSync(join(MIGRATIONS, "meta/_journal.json"), "utf8")) as Journal;
  const end = journal.entries.findIndex(({ tag }) => tag === last) + 1;
  const entries = journal.entries.slice(0, end);
  for (const { tag } of entries) cpSync(join(MIGRATIONS, `${tag}.sql`), join(path, `${tag}.sql`));
  writeFileSync(join(path, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
  return path;
}

const BEFORE_0007 = `
INSERT INTO workspaces (id, slug, name, zone, created_at) VALUES (1, 'w', 'W', 'UTC', 0);
INSERT INTO campaigns (workspace_id, id, name, tool, created_at) VALUES (1, 1, 'C', 'video', 0);
INSERT INTO journal (workspace_id, campaign_id, seq, event_id, kind, person, via, arrives, code, channel, seed_kind,
  occurred_at, received_at, attributes, source) VALUES
  (1, 1, 1, 'a', 'share', 'p1', NULL, 0, 'a', 'email', 'paid', 1000, 1, '{"country":"SA"}', 'file'),
  (1, 1, 2, 'share:b', 'share', 'p2', 'a', 1, 'b', 'sms', NULL, 2000, 1, '{"country":"EG","city":"Giza"}', 'file'),
  (1, 1, 3, 'c', 'share', 'p3', 'b', 1, 'c', 'sms', NULL, 3000, 1, NULL, 'file'),
  (1, 1, 4, 'd', 'share', 'p4', 'gone', 1, 'd', 'sms', NULL, 4000, 1, '{"city":"Aden"}', 'file');
INSERT INTO shares (workspace_id, campaign_id, root, code, parent, via, evidence, person, channel, mode, seed_kind, variant,
  at, depth, children, descendants, faults) VALUES
  (1, 1, 'a', 'c', 'b', 'b', 'stated', 'p3', 'sms', NULL, NULL, NULL, 3000, 2, 0, 0, 0),
  (1, 1, 'a', 'b', 'a', 'a', 'stated', 'p2', 'sms', NULL, NULL, NULL, 2000, 1, 1, 1, 0),
  (1, 1, 'a', 'a', NULL, NULL, NULL, 'p1', 'email', NULL, 'paid', NULL, 1000, 0, 1, 2, 0),
  (1, 1, 'd', 'd', NULL, 'gone', 'stated', 'p4', 'sms', NULL, NULL, NULL, 4000, 0, 0, 0, 1);`;

describe("migrate", () => {
  it("moves the forest of an older file and finds the country of every share", () => {
    const path = join(folder, "older.db");
    const older = openDatabase(path);
    applyMigrations(older, { migrationsFolder: migrationsUntil("0006_journal_claims") });
    older.$client.exec(BEFORE_0007);
    older.$client.close();

    migrate(path);

    const { $client: client } = openDatabase(path);
    const countries = client.prepare("SELECT code, country FROM shares ORDER BY code").raw().all();
    expect(countries).toEqual([
      ["a", "SA"],
      ["b", "EG"],
      ["c", null],
      ["d", null],
    ]);
    expect(client.pragma("foreign_key_check")).toEqual([]);
    expect(client.pragma("quick_check", { simple: true })).toBe("ok");
    const key = { workspaceId: 1, campaignId: 1 };
    rebuildCampaign(client, key);
    const rebuilt = derivedDigest(client, key);
    const shares = client.prepare("SELECT * FROM shares ORDER BY code").all();
    expect(shares.map((row) => (row as { country: string }).country)).toEqual(["SA", "EG", null, null]);
    rebuildCampaign(client, key);
    expect(derivedDigest(client, key)).toBe(rebuilt);
    client.close();
  });
});
