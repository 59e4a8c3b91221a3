import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { memberships } from "#db/schema/memberships.ts";
import { users } from "#db/schema/users.ts";
import { workspaces } from "#db/schema/workspaces.ts";

const OWNERS = 50;
const PROCESSES = 5;
const LEAVE = join(import.meta.dirname, "testing/leave-many.ts");

test("of fifty owners who leave at the same time, one stays", async () => {
  const folder = mkdtempSync(join(tmpdir(), "intishar-leave-"));
  const path = join(folder, "test.db");
  migrate(path);
  const db = openDatabase(path);
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  db.insert(workspaces).values({ id: 1, slug: "w1", name: "w1", zone: "UTC", createdAt: 0 }).run();
  const ids = Array.from({ length: OWNERS }, (_, i) => i + 1);
  for (const id of ids) {
    db.insert(users)
      .values({ id, email: `${id}@example.org`, passwordHash: "", createdAt: 0 })
      .run();
    db.insert(memberships).values({ workspaceId: 1, userId: id, role: "owner" }).run();
  }
  const refused = await Promise.all(
    Array.from({ length: PROCESSES }, async (_, at) => {
      const own = ids.filter((id) => id % PROCESSES === at).map(String);
      const args = ["--import", "tsx", LEAVE, path, "w1", ...own];
      return Number((await promisify(execFile)(process.execPath, args)).stdout);
    }),
  );
  const left = db.select().from(memberships).all();
  expect(left).toHaveLength(1);
  expect(refused.reduce((sum, count) => sum + count, 0)).toBe(1);
}, 60_000);
