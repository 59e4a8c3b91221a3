import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { TEST_VAULT } from "#db/vault/testing/test-vault.ts";
import { addCollectingWorkspace } from "./add-collecting-workspace.ts";

/** A new database file in which campaign 1 of workspace `w` collects, with a key for servers. */
export function plantCollection(path: string) {
  migrate(path);
  const db = openDatabase(path, { vault: TEST_VAULT });
  return { db, ...addCollectingWorkspace(db, { id: 1, slug: "w" }) };
}
