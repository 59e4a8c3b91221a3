import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readAuthSecret, readAuthSecrets } from "#app/_front/read-auth-secret.ts";

function newDatabasePath(): string {
  const folder = mkdtempSync(join(tmpdir(), "intishar-secret-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "intishar.db");
}

test("the operator's secret is used as it is, and nothing is written", () => {
  const databasePath = newDatabasePath();
  expect(readAuthSecret({ authSecret: "given", databasePath })).toBe("given");
  expect(readdirSync(join(databasePath, ".."))).toEqual([]);
});

test("without one, a secret of 32 bytes is made once, readable by its owner alone", () => {
  const databasePath = newDatabasePath();
  const secret = readAuthSecret({ authSecret: null, databasePath });
  expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  expect(readAuthSecret({ authSecret: null, databasePath })).toBe(secret);
  expect(readdirSync(join(databasePath, ".."))).toEqual(["intishar.db.secret"]);
  expect(statSync(`${databasePath}.secret`).mode & 0o777).toBe(0o600);
  expect(readFileSync(`${databasePath}.secret`, "utf8")).toBe(`${secret}\n`);
});

test("two installations share no secret", () => {
  const secrets = [newDatabasePath(), newDatabasePath()].map((databasePath) =>
    readAuthSecret({ authSecret: null, databasePath }),
  );
  expect(new Set(secrets).size).toBe(2);
});

test("a file that others can read is closed to them", () => {
  const databasePath = newDatabasePath();
  readAuthSecret({ authSecret: null, databasePath });
  chmodSync(`${databasePath}.secret`, 0o644);
  readAuthSecret({ authSecret: null, databasePath });
  expect(statSync(`${databasePath}.secret`).mode & 0o777).toBe(0o600);
});

test("a damaged file stops the start and is not shown", () => {
  const databasePath = newDatabasePath();
  writeFileSync(`${databasePath}.secret`, "torn");
  expect(() => readAuthSecret({ authSecret: null, databasePath })).toThrow(/holds no usable secret/);
  expect(() => readAuthSecret({ authSecret: null, databasePath })).not.toThrow(/torn/);
});

test("previous secrets are those given and the one beside the database, none of them twice", () => {
  const databasePath = newDatabasePath();
  const given = { authSecret: "now", authSecretPrevious: ["a", "now", "b", "a"], databasePath };
  expect(readAuthSecrets(given)).toEqual({ current: "now", previous: ["a", "b"] });
  const kept = readAuthSecret({ authSecret: null, databasePath });
  expect(readAuthSecrets(given)).toEqual({ current: "now", previous: ["a", "b", kept] });
  const own = { authSecret: null, authSecretPrevious: [], databasePath };
  expect(readAuthSecrets(own)).toEqual({ current: kept, previous: [] });
});

test("a damaged file beside a secret of the operator's own stops nothing", () => {
  const databasePath = newDatabasePath();
  writeFileSync(`${databasePath}.secret`, "torn");
  expect(readAuthSecrets({ authSecret: "now", authSecretPrevious: [], databasePath }).previous).toEqual([]);
  expect(() => readAuthSecrets({ authSecret: null, authSecretPrevious: [], databasePath })).toThrow();
});
