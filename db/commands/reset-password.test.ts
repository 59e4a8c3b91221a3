import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createSession } from "#db/auth-store/create-session.ts";
import { findCredentials } from "#db/auth-store/find-credentials.ts";
import { findSession } from "#db/auth-store/find-session.ts";
import { addPasskey } from "#db/auth-store/passkeys.ts";
import { findPasswordReset } from "#db/auth-store/password-reset.ts";
import { keepRecoveryCodes } from "#db/auth-store/recovery-codes.ts";
import { readSecondFactors } from "#db/auth-store/second-factors.ts";
import { verifyPassword } from "#db/auth-store/verify-password.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { users } from "#db/schema/users.ts";
import { HOUR, MINUTE } from "#lib/time/lengths.ts";

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
    const env = { ...process.env, DATABASE_PATH: databasePath, BASE_URL: "https://go.example" };
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8", env, input });
    return { status, stdout, stderr };
  };
  return { db, path, run };
}

it("gives an account a new password and ends its sessions, beside whoever has the file open, and nobody else's", async () => {
  const { db, run } = plant();
  const [sara, omar] = [1, 2].map((userId) => createSession(db, { userId, label: "x", now: Date.now() }));
  expect(run(["Sara@Example.org", "--ask"], `${PASSWORD}\n`)).toMatchObject({ status: 0, stderr: "" });
  const hash = findCredentials(db, "sara@example.org")?.passwordHash ?? null;
  expect(await verifyPassword(PASSWORD, hash)).toBe(true);
  expect(findSession(db, sara ?? "", Date.now())).toBeNull();
  expect(findSession(db, omar ?? "", Date.now())).not.toBeNull();
  expect(findCredentials(db, "omar@example.org")?.passwordHash).toBe("old");
});

it("prints a link that is good for an hour and voids the one before, and asks for nothing", () => {
  const { db, run } = plant();
  const session = createSession(db, { userId: 1, label: "x", now: Date.now() });
  const [first, second] = [1, 2].map(() => {
    const { status, stdout, stderr } = run(["Sara@Example.org"], "");
    expect([status, stderr]).toEqual([0, ""]);
    return /\nhttps:\/\/go\.example\/reset-password\/([\w-]+)\n$/.exec(stdout)?.[1] ?? "";
  });
  expect(findPasswordReset(db, first ?? "", Date.now())).toBeNull();
  const state = (now: number) => findPasswordReset(db, second ?? "", now);
  expect(state(Date.now())).toEqual({ userId: 1, email: "sara@example.org", state: "open" });
  expect([state(Date.now() + HOUR - MINUTE)?.state, state(Date.now() + HOUR)?.state]).toEqual([
    "open",
    "expired",
  ]);
  // Nothing has happened yet.
  expect(findCredentials(db, "sara@example.org")?.passwordHash).toBe("old");
  expect(findSession(db, session, Date.now())).not.toBeNull();
  expect(run(["sara@example.org", "--ask"]).status).toBe(0);
  expect(state(Date.now())).toBeNull();
});

it("takes the second factor of who has lost it, when that is asked for, and nobody else's", () => {
  const { db, run } = plant();
  for (const userId of [1, 2]) {
    const key = { publicKey: "", counter: 0, transports: [], name: "", createdAt: 0 };
    addPasskey(db, { ...key, userId, credentialId: `c${userId}` });
    keepRecoveryCodes(db, { userId, hashes: ["x"], now: 0 });
  }
  const factors = () => [1, 2].map((userId) => readSecondFactors(db, userId).passkeys);
  run(["sara@example.org"]);
  expect(factors()).toEqual([1, 1]);
  const { status, stdout } = run(["sara@example.org", "--without-second-factor"]);
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/^sara@example.org has no second factor any more\n.*link/),
  ]);
  expect(factors()).toEqual([0, 1]);
  expect(readSecondFactors(db, 1).codesLeft).toBe(0);
});

it("fails with one line that names what is wrong, and changes nothing", () => {
  const { db, path, run } = plant();
  const fails = (line: string, ...given: Parameters<typeof run>) =>
    expect(run(...given)).toEqual({ status: 1, stdout: "", stderr: `reset-password: ${line}\n` });
  fails("whose password? See --help", []);
  fails("nobody is no e-mail address", ["nobody"]);
  for (const args of [["maya@example.org"], ["maya@example.org", "--ask"]])
    fails(`maya@example.org has no account in ${path}`, args);
  fails("the new password will not do: short", ["sara@example.org", "--ask"], "short");
  fails(`${path}.not: there is no database`, ["sara@example.org"], PASSWORD, `${path}.not`);
  expect(findCredentials(db, "sara@example.org")?.passwordHash).toBe("old");
});
