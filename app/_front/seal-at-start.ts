import type { Failure } from "#app/_front/failure-line.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { sealSecrets } from "#db/vault/seal-secrets.ts";
import { Vault } from "#db/vault/vault.ts";
import type { AuthSecrets } from "#lib/env/auth-secrets.ts";

/**
 * Seals the secrets of the database with AUTH_SECRET, those that are plain and those of a previous one, and says what
 * it did and what no key opens. Events are collected all the same: keys are found by their hash.
 * @param db a connection of its own, let go of when it is done
 */
export function sealAtStart(
  db: IntisharDatabase,
  secrets: AuthSecrets,
  { say, log }: { readonly say: (line: string) => void; readonly log: (failure: Failure) => void },
): void {
  try {
    const { sealed, resealed, lost, isSweepDue } = sealSecrets(db, new Vault(secrets));
    if (sealed > 0) say(`Sealed ${sealed} secrets of the database with AUTH_SECRET`);
    if (resealed > 0)
      say(`Sealed ${resealed} secrets anew: AUTH_SECRET is not the one that they were sealed with`);
    if (lost.length > 0) log({ event: "secrets-lost", error: new Error(lossOf(lost)) });
    if (isSweepDue) log({ event: "secrets-left", error: new Error(leftIn(db.$client.name)) });
  } finally {
    db.$client.close();
  }
}

function lossOf(lost: readonly { readonly noun: string; readonly count: number }[]): string {
  const what = lost.map(({ noun, count }) => `${noun} (${count})`).join(", ");
  return (
    `neither AUTH_SECRET nor AUTH_SECRET_PREVIOUS opens ${what}: codes are not signed and count as unverified, ` +
    "public keys and made-up names are not shown, events are collected. Put the former secret into " +
    "AUTH_SECRET_PREVIOUS and start again; where it is gone, make new keys and new report links"
  );
}

function leftIn(path: string): string {
  return (
    `old copies of secrets may stand in unused parts of ${path}, which could not be rewritten now. Stop the server ` +
    `and run: sqlite3 ${path} "VACUUM; UPDATE installation SET sweep_due = 0"`
  );
}
