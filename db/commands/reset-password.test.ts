import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createSession } from "#db/auth-store/create-session.ts";
import { findCredentials } from "#db/auth-store/find-credentials.ts";
import { findSession } from "#db/auth-store/find-session.ts";
import { verifyPassword } from "#db/auth-store/verify-password.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { users } from "#db/schema/users.ts";

const PASSWORD = "slow-herons-cross-17-bridges";

function plant() {
  const folder = mkdtempSync(join(tmpdir(), "intishar-reset-"));
  const path = join(folder, "test.db");
  migrate(path);
  const db = openDatabase(path);
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  for (const [id, email] of [
    [1, "sara@example.org"],
    [2, "omar@example.org"],
  ] as const)
    db.insert(users).values({ id, email, passwordHash: "old", createdAt: 0 }).run();
  const run = (args: readonly string[], input = PASSWORD, databasePath = path) => {
    const words = ["--import", "tsx", "db/commands/reset-password.ts", ...args];
    const env = { ...process.env, DATABASE_PATH: databasePath };
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8", env, input });
    return { status, stdout, stderr };
  };
  return { db, path, run };
}

it("gives an account a new password and ends its sessions, beside whoever has the file open, and nobody else's", async () => {
  const { db, run } = plant();
  const [sara, omar] = [1, 2].map((userId) => createSession(db, { userId, label: "x", now: Date.now() }));
  expect(run(["Sara@Example.org"], `${PASSWORD}\n`)).toMatchObject({ status: 0, stderr: "" });
  const hash = findCredentials(db, "sara@example.org")?.passwordHash ?? null;
  expect(await verifyPassword(PASSWORD, hash)).toBe(true);
  expect(findSession(db, sara ?? "", Date.now())).toBeNull();
  expect(findSession(db, omar ?? "", Date.now())).not.toBeNull();
  expect(findCredentials(db, "omar@example.org")?.passwordHash).toBe("old");
});

it("fails with one line that names what is wrong, and changes nothing", () => {
  const { db, path, run } = plant();
  const fails = (line: string, ...given: Parameters<typeof run>) =>
    expect(run(...given)).toEqual({ status: 1, stdout: "", stderr: `reset-password: ${line}\n` });
  fails("whose password? See --help", []);
  fails("nobody is no e-mail address", ["nobody"]);
  fails(`maya@example.org has no account in ${path}`, ["maya@example.org"]);
  fails("the new password will not do: short", ["sara@example.org"], "short");
  fails(`${path}.not: there is no database`, ["sara@example.org"], PASSWORD, `${path}.not`);
  expect(findCredentials(db, "sara@example.org")?.passwordHash).toBe("old");
});
