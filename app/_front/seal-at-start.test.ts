import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Failure, failureLine } from "#app/_front/failure-line.ts";
import { sealAtStart } from "#app/_front/seal-at-start.ts";
import { openDatabase } from "#db/open-database.ts";
import { plantPlainSecrets } from "#db/vault/testing/plant-secrets.ts";

const [OLD, NEW] = ["secret-before-", "secret-of-now-"].map((start) => start.repeat(3)) as [string, string];

function plant() {
  const folder = mkdtempSync(join(tmpdir(), "intishar-seal-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "test.db");
  plantPlainSecrets(path, 40);
  return (current: string, ...previous: readonly string[]) => {
    const [said, failures]: [string[], Failure[]] = [[], []];
    const say = (line: string) => void said.push(line);
    sealAtStart(
      openDatabase(path),
      { current, previous },
      { say, log: (failure) => void failures.push(failure) },
    );
    return { said, failures };
  };
}

test("a start says how many secrets it sealed, and how many anew; the next one says nothing", () => {
  const start = plant();
  expect(start(OLD)).toEqual({ said: ["Sealed 120 secrets of the database with AUTH_SECRET"], failures: [] });
  expect(start(OLD)).toEqual({ said: [], failures: [] });
  expect(start(NEW, OLD).said).toEqual([
    "Sealed 120 secrets anew: AUTH_SECRET is not the one that they were sealed with",
  ]);
  expect(start(NEW)).toEqual({ said: [], failures: [] });
});

test("a start without the secret says in one line what does not open and what to do, and no secret", () => {
  const start = plant();
  start(OLD);
  const { said, failures } = start(NEW);
  expect(said).toEqual([]);
  expect(failures.map(({ event }) => event)).toEqual(["secrets-lost"]);
  const line = failures.map((failure) => failureLine(failure, new Date(0))).join();
  for (const part of [
    ...["keys that sign codes (40)", "public keys (40)", "keys of made-up names (40)", "count as unverified"],
    ...["AUTH_SECRET_PREVIOUS and start again", "make new keys and new report links"],
  ])
    expect(line).toContain(part);
  for (const secret of [OLD, NEW]) expect(line).not.toContain(secret);
});
