import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { TEST_VAULT } from "#db/vault/testing/test-vault.ts";
import { fillTenants, type Tenants } from "./fill-tenants.ts";

/** Three workspaces of three people in a fresh database file, gone when the test has finished. */
export function plantTenants(): Tenants {
  const folder = mkdtempSync(join(tmpdir(), "intishar-tenants-"));
  const path = join(folder, "test.db");
  migrate(path);
  const db = openDatabase(path, { vault: TEST_VAULT });
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  return fillTenants(db);
}
