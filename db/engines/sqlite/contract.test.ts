import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { testEventStore } from "#db/engines/contract.ts";
import { ENGINES } from "#db/engines/registry.ts";
import { testRecords } from "#db/engines/testing/records-contract.ts";
import { testRetraction } from "#db/engines/testing/retraction-contract.ts";
import { testRetractionSteps } from "#db/engines/testing/retraction-steps-contract.ts";
import { testSettling } from "#db/engines/testing/settling-contract.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { DERIVED_TABLES } from "./rebuild-campaign.ts";

let folder: string;
let db: IntisharDatabase;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "intishar-"));
  migrate(join(folder, "events.db"));
  db = openDatabase(join(folder, "events.db"));
  db.$client.exec(`INSERT INTO workspaces VALUES (1, 'a', 'A', 'UTC', 0), (2, 'b', 'B', 'UTC', 0);
    INSERT INTO campaigns (workspace_id, id, name, tool, created_at)
    VALUES (1, 1, 'one', 'video', 0), (2, 1, 'two', 'video', 0);
    INSERT INTO imports (workspace_id, id, campaign_id, file_name, file_bytes, format, mapping, zone, policy,
      status, created_at)
    SELECT 1, value, 1, 'log.csv', 1, '{}', '{}', 'UTC', 'keep-good', 'importing', 0 FROM json_each('[1, 2, 3]')`);
});

afterAll(() => {
  db.$client.close();
  rmSync(folder, { recursive: true });
});

function clear(): void {
  inTransaction(db.$client, () => {
    for (const table of ["journal", ...DERIVED_TABLES]) db.$client.exec(`DELETE FROM ${table}`);
  });
}

const open = () => ({ store: ENGINES.sqlite(db.$client), clear, close: clear });
testEventStore("SQLite", open);
testRetraction("SQLite", open);
testRetractionSteps("SQLite", open);
testSettling("SQLite", open);
testRecords("SQLite", open);
