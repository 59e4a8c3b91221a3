import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, it } from "vitest";
import { migrate, pendingMigrations } from "#db/migrate.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { readMigrations } from "./migration-files.ts";

const SHARES = 1_000_000;
/** In the first schema: a star a thousand, every share and every visit a row of the journal, ids other than codes. */
const ROWS = `
INSERT INTO workspaces VALUES (1, 'w', 'W', 'UTC', 0);
INSERT INTO campaigns (workspace_id, id, name, tool, created_at) VALUES (1, 1, 'C', 'video', 0);
CREATE TEMP TABLE numbers AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n LIMIT ${SHARES})
  SELECT i, 'c' || i AS code, 'c' || (i - i % 1000) AS root, i % 1000 = 0 AS seeds FROM n;
INSERT INTO journal (workspace_id, campaign_id, seq, event_id, kind, person, via, arrives, code, channel, seed_kind,
  occurred_at, received_at, attributes, source)
  SELECT 1, 1, 2 * i + 1, 'share:' || i, 'share', 'p' || i, iif(seeds, NULL, root), 0, code, 'x',
    iif(seeds, 'organic', NULL), i, i, iif(i % 4 = 3, NULL, json_object('country', substr('SAEGSD', 2 * (i % 4) + 1, 2))),
    'server' FROM numbers;
INSERT INTO journal (workspace_id, campaign_id, seq, event_id, kind, person, via, arrives, occurred_at, received_at,
  source) SELECT 1, 1, 2 * i + 2, 'visit:' || i, 'visit', 'p' || i, root, 1, i, i, 'redirect' FROM numbers;
INSERT INTO shares (workspace_id, campaign_id, root, code, parent, via, evidence, person, channel, seed_kind, at, depth,
  children, descendants, faults)
  SELECT 1, 1, root, code, iif(seeds, NULL, root), iif(seeds, NULL, root), iif(seeds, NULL, 'stated'), 'p' || i, 'x',
    iif(seeds, 'organic', NULL), i, iif(seeds, 0, 1), iif(seeds, 999, 0), iif(seeds, 999, 0), 0
  FROM numbers ORDER BY root, 'p' || i, code;`;

const known = readMigrations();
const folder = mkdtempSync(join(tmpdir(), "intishar-million-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("every migration ends on a million shares and two million events, and loses none", {
  timeout: 10 * MINUTE,
}, () => {
  const path = join(folder, "test.db");
  migrate(path, { known: known.slice(0, 1) });
  const writer = new Database(path);
  writer.exec(ROWS);
  writer.close();
  for (const [index, { tag }] of known.entries()) {
    if (index === 0) continue;
    const told: number[] = [];
    const startedAt = performance.now();
    migrate(path, { known: known.slice(0, index + 1), onProgress: (done) => void told.push(done) });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const mebibytes = Math.round(process.resourceUsage().maxRSS / 1024);
    process.stdout.write(`${tag}: ${seconds} s with its copy, peak memory ${mebibytes} MiB\n`);
    expect(told.at(-1)).toBe(1);
  }
  expect(pendingMigrations(path).pending).toEqual([]);
  const client = new Database(path);
  const quarter = SHARES / 4;
  expect(
    client.prepare("SELECT country, count(*) FROM shares GROUP BY country ORDER BY country").raw().all(),
  ).toEqual([
    [null, quarter],
    ["EG", quarter],
    ["SA", quarter],
    ["SD", quarter],
  ]);
  expect(client.prepare("SELECT count(*), sum(children) FROM shares").raw().get()).toEqual([
    SHARES,
    SHARES - SHARES / 1000,
  ]);
  expect(client.prepare("SELECT count(*) FROM journal").pluck().get()).toBe(2 * SHARES);
  expect(client.pragma("foreign_key_check")).toEqual([]);
  expect(client.pragma("quick_check", { simple: true })).toBe("ok");
  client.close();
});
