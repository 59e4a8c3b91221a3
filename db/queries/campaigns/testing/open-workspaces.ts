import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { openOperatorScope } from "#db/scope.ts";
import { TEST_VAULT } from "#db/vault/testing/test-vault.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Two workspaces in a fresh database file: one whose days begin 3 hours before UTC's, and a stranger's. */
export function openWorkspaces(): { own: Scope<Permission>; strange: Scope<Permission> } {
  const folder = mkdtempSync(join(tmpdir(), "intishar-"));
  const path = join(folder, "test.db");
  migrate(path);
  const db = openDatabase(path, { vault: TEST_VAULT });
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  db.insert(workspaces)
    .values([
      { id: 1, slug: "own", name: "Own", zone: "Asia/Riyadh", createdAt: 0 },
      { id: 2, slug: "strange", name: "Strange", zone: "UTC", createdAt: 0 },
    ])
    .run();
  return { own: openOperatorScope(db, "own"), strange: openOperatorScope(db, "strange") };
}
