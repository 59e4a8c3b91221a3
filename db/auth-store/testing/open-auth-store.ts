import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { users } from "#db/schema/users.ts";
import { TEST_VAULT } from "#db/vault/testing/test-vault.ts";

/** A database with the accounts sara@ and omar@example.org, 1 and 2; and a second connection to it. */
export function openAuthStore(passwordHash = "scrypt$1$1$1$a$b"): {
  db: IntisharDatabase;
  again: () => IntisharDatabase;
} {
  const folder = mkdtempSync(join(tmpdir(), "intishar-auth-"));
  const path = join(folder, "test.db");
  migrate(path);
  const opened: IntisharDatabase[] = [];
  onTestFinished(() => {
    for (const db of opened) db.$client.close();
    rmSync(folder, { recursive: true });
  });
  const again = () => {
    const db = openDatabase(path, { vault: TEST_VAULT });
    opened.push(db);
    return db;
  };
  const db = again();
  for (const name of ["sara", "omar"])
    db.insert(users)
      .values({ email: `${name}@example.org`, passwordHash, createdAt: 0 })
      .run();
  return { db, again };
}
