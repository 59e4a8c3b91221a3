import { and, count, eq, isNotNull } from "drizzle-orm";
import { countRecoveryCodes, removeRecoveryCodes } from "#db/auth-store/recovery-codes.ts";
import { removeTotp } from "#db/auth-store/totp.ts";
import { endTrustOf } from "#db/auth-store/trusted-browsers.ts";
import { inTransaction } from "#db/in-transaction.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { passkeys, totpSecrets } from "#db/schema/second-factors.ts";

/** What a person has beside a password. */
export interface SecondFactors {
  readonly hasTotp: boolean;
  readonly passkeys: number;
  /** Recovery codes that were not used. */
  readonly codesLeft: number;
}

export function readSecondFactors(db: IntisharDatabase, userId: number): SecondFactors {
  const isOn = and(eq(totpSecrets.userId, userId), isNotNull(totpSecrets.confirmedAt));
  const totp = db.select({ userId: totpSecrets.userId }).from(totpSecrets).where(isOn).get();
  const kept = db.select({ rows: count() }).from(passkeys).where(eq(passkeys.userId, userId)).get();
  const codesLeft = countRecoveryCodes(db, userId);
  return { hasTotp: totp !== undefined, passkeys: kept?.rows ?? 0, codesLeft };
}

/** Whether a password alone does not sign this person in. */
export function hasSecondFactor(db: IntisharDatabase, userId: number): boolean {
  const { hasTotp, passkeys } = readSecondFactors(db, userId);
  return hasTotp || passkeys > 0;
}

/** Takes from a person whatever stands beside the password: for who has lost it all, by whoever runs the machine. */
export function removeSecondFactors(db: IntisharDatabase, userId: number): void {
  inTransaction(db.$client, () => {
    removeTotp(db, userId);
    db.delete(passkeys).where(eq(passkeys.userId, userId)).run();
    settleSecondFactors(db, userId);
  });
}

/** What goes with the last second factor of a person: codes that stand in for one, and trust in browsers. */
export function settleSecondFactors(db: IntisharDatabase, userId: number): void {
  if (hasSecondFactor(db, userId)) return;
  removeRecoveryCodes(db, userId);
  endTrustOf(db, userId);
}
