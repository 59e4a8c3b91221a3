import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { eventStoreOf } from "#db/event-store-of.ts";
import { IMPORT_CONNECTION, LARGE_BATCH } from "#db/import/import-settings.ts";
import { beginRetraction, retractImport } from "#db/import/retract-import.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { createImport } from "#db/queries/imports/create-import.ts";
import { databaseOf, openOperatorScope } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { plantOwner } from "./plant-owner.ts";

const START = Date.UTC(2026, 0, 1);
const KEY = { workspaceId: 1, campaignId: 1 };
const CHANNELS = ["whatsapp", "x", "facebook", "telegram", "copy"];
/** Part of all shares that are in one cascade; the sizes of the others have a heavy tail. */
const LARGEST = 0.25;
const TAIL = 1.1;
/** Part of the shares of a cascade that hang on its seed. */
const DIRECT = 0.3;

/**
 * Undoes an import of a few rows of a campaign of many shares, drawn by chance or, with `--first`, those on which most
 * of the largest cascade hangs, and prints how long the write lock was held at a time. `--verify` then rebuilds the
 * campaign and compares.
 */
export async function benchUndo(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      shares: { type: "string", default: "1000000" },
      rows: { type: "string", default: "1000" },
      first: { type: "boolean", default: false },
      verify: { type: "boolean", default: false },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "intishar-bench-"));
  const path = join(folder, "undo.db");
  migrate(path);
  const db = openDatabase(path, IMPORT_CONNECTION);
  try {
    plantOwner(db, START);
    const scope = openOperatorScope(db, "bench");
    const rows = Number(values.rows);
    const importId = plantImport(scope, { shares: Number(values.shares), rows, first: values.first });
    process.stdout.write(
      `undo of ${rows} rows of ${values.shares} shares: ${await measureUndo(scope, importId)}\n`,
    );
    if (!values.verify) return;
    const store = eventStoreOf(db);
    const digest = store.digest(KEY);
    store.rebuild(KEY);
    process.stdout.write(digest === store.digest(KEY) ? "equal to a rebuild\n" : "NOT equal to a rebuild\n");
  } finally {
    db.$client.close();
    rmSync(folder, { recursive: true });
  }
}

async function measureUndo(scope: Scope<Permission>, importId: number): Promise<string> {
  const held: number[] = [];
  const onStep = ({ heldMs }: { heldMs: number }) => {
    if (heldMs > 0) held.push(heldMs);
  };
  const startedAt = performance.now();
  const before = process.cpuUsage();
  beginRetraction(scope, importId, { status: "undone" });
  await retractImport(scope, importId, { now: Date.now, onStep });
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - startedAt) / 1000;
  held.sort((a, b) => a - b);
  const at = (part: number) => `${(held[Math.floor(part * (held.length - 1))] ?? 0).toFixed(1)} ms`;
  return (
    `${seconds.toFixed(1)} s, CPU ${((user + system) / 1e6).toFixed(1)} s\n` +
    `write lock: held ${held.length} times; median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}; bar 50 ms`
  );
}

/** Stores a campaign, some rows of it as an import's, and returns that one's id. */
function plantImport(
  scope: Scope<Permission>,
  { shares, rows, first }: { shares: number; rows: number; first: boolean },
): number {
  const file = { fileName: "log.csv", fileBytes: rows, storedPath: null, mapping: {}, zone: "UTC" };
  const format = { kind: "csv", delimiter: "," } as const;
  const importId = createImport(scope, { ...file, format, campaignId: 1, policy: "keep-good", now: START });
  const store = eventStoreOf(databaseOf(scope));
  const delivery = { source: "simulation", receivedAt: START, online: false };
  const random = seededRandom(2);
  let batch: CampaignEvent[] = [];
  let isOwn = first;
  let index = 0;
  const flush = () => {
    store.append(KEY, batch, { ...delivery, importId: isOwn ? importId : null });
    batch = [];
  };
  for (const event of spread(shares, seededRandom(1))) {
    const goes = first ? index < rows : random.next() < rows / shares;
    if (goes !== isOwn || batch.length >= LARGE_BATCH) flush();
    isOwn = goes;
    batch.push(event);
    index += 1;
  }
  flush();
  return importId;
}

/** Shares of cascades one after the other, the largest first; in each, parents before their children. */
function* spread(shares: number, random: Random): Generator<CampaignEvent> {
  let left = shares;
  for (let cascade = 0; left > 0; cascade += 1) {
    const drawn = cascade === 0 ? shares * LARGEST : (1 - random.next()) ** (-1 / TAIL);
    const size = Math.min(left, Math.floor(drawn));
    for (let i = 0; i < size; i += 1) {
      const code = `${cascade}.${i}`;
      const above = random.next() < DIRECT ? 0 : Math.floor(random.next() * i);
      yield {
        ...BLANK_EVENT,
        ...{
          id: code,
          kind: "share",
          person: `p.${code}`,
          code,
          via: i === 0 ? null : `${cascade}.${above}`,
        },
        ...{ channel: CHANNELS[Math.floor(random.next() * CHANNELS.length)] ?? null, arrives: i > 0 },
        ...{ seedKind: i === 0 ? "organic" : null, occurredAt: START + (shares - left + i) * 500 },
      };
    }
    left -= size;
  }
}
