import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkSignIn } from "#app/_server/check-sign-in.ts";
import { createPasswordLimits } from "#app/_server/password-limits.ts";
import { hashPassword } from "#db/auth-store/hash-password.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { users } from "#db/schema/users.ts";
import { writeWaiting } from "#db/write-later.ts";

const PASSWORD = "slow-herons-cross-17-bridges";

/** Two accounts, and a server that can be started over. */
async function start() {
  const folder = mkdtempSync(join(tmpdir(), "intishar-check-"));
  const path = join(folder, "test.db");
  migrate(path);
  const db = openDatabase(path);
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  const passwordHash = await hashPassword(PASSWORD);
  for (const name of ["sara", "omar"])
    db.insert(users)
      .values({ email: `${name}@example.org`, passwordHash, createdAt: 0 })
      .run();
  let limits = createPasswordLimits();
  const signIn = async (name: string, password: string, known: string | null = null) =>
    (await checkSignIn(db, limits, {
      ...{ email: `${name}@example.org`, password, address: "192.0.2.1", knownAs: () => known },
    })) !== null;
  const startOver = () => {
    expect(writeWaiting(db)).toBe(true);
    limits = createPasswordLimits();
  };
  return { signIn, startOver };
}

test("a restart gives strangers no further guesses at an account, and keeps out nobody else", async () => {
  const { signIn, startOver } = await start();
  for (let guess = 0; guess < 10; guess += 1) expect(await signIn("sara", `wrong ${guess}`)).toBe(false);
  startOver();
  expect(await signIn("sara", PASSWORD)).toBe(false);
  expect(await signIn("sara", PASSWORD, "laptop")).toBe(true);
  expect(await signIn("omar", PASSWORD)).toBe(true);
});

test("a few wrong passwords, and those of a browser that is known, do not keep out after a restart", async () => {
  const { signIn, startOver } = await start();
  for (let guess = 0; guess < 6; guess += 1) await signIn("sara", `wrong ${guess}`);
  for (let guess = 0; guess < 10; guess += 1) await signIn("sara", `wrong ${guess}`, "laptop");
  startOver();
  expect(await signIn("sara", PASSWORD)).toBe(true);
  for (let guess = 0; guess < 4; guess += 1) expect(await signIn("sara", `wrong ${guess}`)).toBe(false);
  expect(await signIn("sara", PASSWORD)).toBe(false);
});
