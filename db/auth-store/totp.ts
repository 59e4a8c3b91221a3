import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import type { IntisharDatabase } from "#db/open-database.ts";
import { totpSecrets } from "#db/schema/second-factors.ts";
import { TOTP_SECRET } from "#db/vault/sealed-columns.ts";
import { openSecret, sealSecret } from "#db/vault/secrets-of.ts";
import { ConflictError } from "#lib/access/errors.ts";

/** What every authenticator app assumes. */
const SETTINGS = { issuer: "Intishar", algorithm: "SHA1", digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
/** Steps by which a clock may be wrong, either way. */
const DRIFT = 1;

/** A secret as an app takes it. */
export interface TotpSetUp {
  /** Base32, to be typed. */
  readonly secret: string;
  /** `otpauth://totp/…`, to be scanned. */
  readonly uri: string;
}

const placeOf = (userId: number) => ({ column: TOTP_SECRET, workspaceId: 0, rowId: userId });

/**
 * Makes a secret that does not count before a code of it was given, and forgets one that never did.
 * @throws ConflictError on `totp` when a secret counts already
 */
export function beginTotp(db: IntisharDatabase, userId: number, now: number): void {
  const secret = sealSecret(db, placeOf(userId), new Secret({ size: SECRET_BYTES }).base32);
  const row = { secret, createdAt: now, lastStep: 0 };
  const { changes } = db
    .insert(totpSecrets)
    .values({ userId, ...row })
    .onConflictDoUpdate({ target: totpSecrets.userId, set: row, setWhere: isNull(totpSecrets.confirmedAt) })
    .run();
  if (changes === 0) throw new ConflictError("totp", "taken");
}

/** The secret that waits for its first code; null when none does. */
export function pendingTotp(
  db: IntisharDatabase,
  { id, email }: { id: number; email: string },
): TotpSetUp | null {
  const stored = read(db, id);
  if (stored === null || stored.confirmedAt !== null || stored.secret === null) return null;
  const { secret } = stored;
  const uri = new TOTP({ ...SETTINGS, label: email, secret: Secret.fromBase32(secret) }).toString();
  return { secret, uri };
}

/** Makes a secret count, by a first code of it. @returns false when the code is wrong */
export function confirmTotp(db: IntisharDatabase, userId: number, digits: string, now: number): boolean {
  const step = stepOf(read(db, userId)?.secret ?? null, digits, now);
  if (step === null) return false;
  const isPending = and(eq(totpSecrets.userId, userId), isNull(totpSecrets.confirmedAt));
  return (
    db.update(totpSecrets).set({ confirmedAt: now, lastStep: step }).where(isPending).run().changes === 1
  );
}

/**
 * Takes a code: of this step, the one before or the one after, and of none up to the last that was taken.
 * @returns false when it is wrong, was taken before, or the person has no secret that counts
 */
export function takeTotp(db: IntisharDatabase, userId: number, digits: string, now: number): boolean {
  const stored = read(db, userId);
  const step = stepOf(stored?.secret ?? null, digits, now);
  if (step === null) return false;
  const isNew = and(
    eq(totpSecrets.userId, userId),
    isNotNull(totpSecrets.confirmedAt),
    lt(totpSecrets.lastStep, step),
  );
  return db.update(totpSecrets).set({ lastStep: step }).where(isNew).run().changes === 1;
}

/** Forgets a person's secret. An unknown one is no error. */
export function removeTotp(db: IntisharDatabase, userId: number): void {
  db.delete(totpSecrets).where(eq(totpSecrets.userId, userId)).run();
}

function read(db: IntisharDatabase, userId: number) {
  const row = db.select().from(totpSecrets).where(eq(totpSecrets.userId, userId)).get();
  return row === undefined ? null : { ...row, secret: openSecret(db, placeOf(userId), row.secret) };
}

/** The step whose code this is; null when none near now is. */
function stepOf(secret: string | null, digits: string, now: number): number | null {
  if (secret === null) return null;
  const totp = new TOTP({ ...SETTINGS, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: digits, timestamp: now, window: DRIFT });
  return delta === null ? null : totp.counter({ timestamp: now }) + delta;
}
