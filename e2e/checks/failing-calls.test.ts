import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { encode } from "next-auth/jwt";
import { afterAll, expect, test, vi } from "vitest";
import { inspectorHolder } from "#app/_server/inspector-holder.ts";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { WRITERS } from "#app/_server/testing/writers.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import { inspectFile } from "#db/import/inspect-file.ts";
import { failing } from "#db/intake/testing/failing-database.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { fillTenants } from "#db/queries/testing/fill-tenants.ts";
import { workspaceDigest } from "#db/queries/testing/workspace-digest.ts";
import { giveVault } from "#db/vault/secrets-of.ts";
import { TEST_VAULT } from "#db/vault/testing/test-vault.ts";
import { noteProbes } from "#lib/testing/sized.ts";

const request = vi.hoisted(() => ({ jar: new Map<string, string>(), db: undefined as unknown }));

vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (request.jar.has(name) ? { name, value: request.jar.get(name) } : undefined),
    set: (name: string, value: string) => void request.jar.set(name, value),
  }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("#db/connection.ts", () => ({ currentDatabase: () => request.db }));

const SECRET = "s".repeat(32);
/** A lock that another holds is waited for, and is not a failure. */
const CODES = ["SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_CORRUPT", "SQLITE_READONLY"];
const folder = mkdtempSync(join(tmpdir(), "intishar-failing-"));
afterAll(() => rmSync(folder, { recursive: true }));
Object.assign(process.env, { DATABASE_PATH: join(folder, "test.db"), NEXTAUTH_SECRET: SECRET });
inspectorHolder.inspect = async (path) => ({ inspection: await inspectFile(path) });

const PLANTED = join(folder, "planted.db");
migrate(PLANTED);
const planted = openDatabase(PLANTED, { vault: TEST_VAULT });
const { owner } = fillTenants(planted);
const sessionId = createSession(planted, { userId: owner.userId ?? 0, label: "test", now: Date.now() });
planted.$client.pragma("wal_checkpoint(TRUNCATE)");
planted.$client.close();

const isOurs = (fault: unknown) =>
  fault instanceof Database.SqliteError || (fault instanceof Error && "digest" in fault);

test.each(WRITERS.map((writer, n) => ({ ...writer, n })))(
  "$write.name with $sound leaves everything as it was, at whichever call the database fails",
  async ({ sound, send, n: number }) => {
    request.jar.set(sessionCookie().name, await encode({ token: { sessionId }, secret: SECRET }));
    let failed = 0;
    for (let n = 1; ; n += 1) {
      const path = join(folder, `${number}-${n}.db`);
      copyFileSync(PLANTED, path);
      const db = openDatabase(path, { vault: TEST_VAULT });
      const before = [1, 2, 3].map((id) => workspaceDigest(db, id));
      const code = CODES[n % CODES.length] ?? "SQLITE_FULL";
      const sick = failing(db, n, code);
      let hasFailed = false;
      giveVault(sick.db, TEST_VAULT);
      request.db = sick.db;
      const form = new FormData();
      for (const [name, value] of Object.entries(sound)) form.set(name, value);
      await send(form, "w1").catch((fault: unknown) => {
        if (!isOurs(fault)) throw fault;
        hasFailed = fault instanceof Database.SqliteError;
      });
      expect(db.$client.inTransaction).toBe(false);
      const after = [1, 2, 3].map((id) => workspaceDigest(db, id));
      db.$client.close();
      rmSync(path, { force: true });
      expect(after.slice(1)).toEqual(before.slice(1));
      if (hasFailed) {
        expect(after, `call ${n}: ${code}`).toEqual(before);
        failed += 1;
      } else if (sick.hasFailed()) {
        // What failed was not needed: the action went on, and did all of it.
        expect(after[0], `call ${n}: ${code}`).not.toBe(before[0]);
      } else break;
    }
    expect(failed).toBeGreaterThan(2);
    noteProbes(53, failed);
  },
);
