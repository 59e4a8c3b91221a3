import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Delivery } from "#db/engines/event-store.ts";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { byCode, DUPLICATE_CASES } from "#lib/cascade/testing/duplicate-records.ts";
import { ordersOf } from "#lib/testing/orders-of.ts";
import { DERIVED_TABLES } from "./rebuild-campaign.ts";
import { sqliteEventStore } from "./sqlite-event-store.ts";

const KEY = { workspaceId: 1, campaignId: 1 };
let folder: string;
let db: IntisharDatabase;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "intishar-"));
  migrate(join(folder, "events.db"));
  db = openDatabase(join(folder, "events.db"));
  db.$client.exec(`INSERT INTO workspaces VALUES (1, 'a', 'A', 'UTC', 0);
    INSERT INTO campaigns (workspace_id, id, name, tool, created_at) VALUES (1, 1, 'one', 'video', 0);
    INSERT INTO imports (workspace_id, id, campaign_id, file_name, file_bytes, format, mapping, zone, policy,
      status, created_at)
    SELECT 1, value, 1, 'log.csv', 1, '{}', '{}', 'UTC', 'keep-good', 'importing', 0 FROM json_each('[1, 2]')`);
});

beforeEach(clear);

afterAll(() => {
  db.$client.close();
  rmSync(folder, { recursive: true });
});

function clear(): void {
  for (const table of ["journal", ...DERIVED_TABLES]) db.$client.exec(`DELETE FROM ${table}`);
}

const from = (more: Partial<Delivery>): Delivery => ({
  ...{ source: "server", importId: null, receivedAt: 0, online: true },
  ...more,
});
const kept = () =>
  (
    db.$client.prepare("SELECT code, parent, person, channel, at FROM shares").all() as { code: string }[]
  ).sort(byCode);

describe.each([
  ["live events", () => from({})],
  ["an import", () => from({ online: false, importId: 1 })],
  ["imports and live events", (i: number) => from(i % 3 === 0 ? {} : { online: false, importId: i % 3 })],
] as const)("records of one id from %s", (_, deliveryOf) => {
  it.each(DUPLICATE_CASES)("$name", ({ events, kept: expected, duplicates }) => {
    const store = sqliteEventStore(db.$client);
    for (const order of ordersOf(events))
      for (const size of [1, 2, order.length]) {
        clear();
        let duplicate = 0;
        for (let i = 0; i < order.length; i += size)
          duplicate += store.append(KEY, order.slice(i, i + size), deliveryOf(i)).duplicate;
        expect(kept()).toEqual(expected);
        expect(duplicate).toBe(duplicates);
      }
  });
});

it("what a page says again changes nothing, and what a server says again does", () => {
  const store = sqliteEventStore(db.$client);
  const [, , late, early] = DUPLICATE_CASES[0]?.events ?? [];
  if (late === undefined || early === undefined) throw new Error("the oracle has lost its first case");
  store.append(KEY, [late], from({ source: "browser", fromPage: true }));
  const [first] = kept();
  expect(store.append(KEY, [early], from({ source: "browser", fromPage: true }))).toMatchObject({
    duplicate: 1,
  });
  expect(kept()).toEqual([first]);
  expect(store.append(KEY, [{ ...early, id: "o" }], from({ fromPage: true })).refused).toMatchObject([
    { reason: "code-taken" },
  ]);
  expect(store.append(KEY, [early], from({}))).toMatchObject({ duplicate: 1 });
  expect(kept()).toMatchObject([{ person: "early" }]);
});

it("a repetition that would hang a share below itself is refused online, and cut in a file", () => {
  const store = sqliteEventStore(db.$client);
  const [root] = DUPLICATE_CASES[0]?.events ?? [];
  if (root === undefined) throw new Error("the oracle has lost its first case");
  const below = { ...root, id: "n", code: "n", via: root.code, occurredAt: root.occurredAt + 1 };
  store.append(KEY, [root, below], from({}));
  const looped = { ...root, via: "n", occurredAt: root.occurredAt + 2 };
  expect(store.append(KEY, [looped], from({})).refused).toEqual([{ index: 0, reason: "loop" }]);
  expect(store.append(KEY, [looped], from({ online: false, importId: 1 }))).toMatchObject({ duplicate: 1 });
  expect(db.$client.prepare("SELECT code, parent, faults FROM shares ORDER BY code").raw().all()).toEqual([
    ["n", "r", 0],
    ["r", null, 2],
  ]);
});
