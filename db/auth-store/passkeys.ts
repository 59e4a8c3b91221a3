import { and, asc, eq, lt } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { passkeys } from "#db/schema/second-factors.ts";
import { users } from "#db/schema/users.ts";
import { ConflictError } from "#lib/access/errors.ts";

/** Passkeys that one person may have. */
export const MOST_PASSKEYS = 20;

/** What a signature of WebAuthn is checked against. */
export interface KnownPasskey {
  readonly id: number;
  readonly userId: number;
  readonly email: string;
  readonly credentialId: string;
  /** COSE, in base64url. */
  readonly publicKey: string;
  readonly counter: number;
}

/** A passkey as its owner sees it. Times are Unix milliseconds. */
export interface ListedPasskey {
  readonly id: number;
  readonly name: string;
  readonly credentialId: string;
  readonly transports: readonly string[];
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
}

/** What an authenticator made, and was checked. */
export interface NewPasskey {
  readonly userId: number;
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly createdAt: number;
}

/**
 * Keeps a passkey of a person.
 * @throws ConflictError on `passkey` when it is known already, or when the person has as many as anybody may
 */
export function addPasskey(db: IntisharDatabase, passkey: NewPasskey): void {
  if (listPasskeys(db, passkey.userId).length >= MOST_PASSKEYS) throw new ConflictError("passkey", "many");
  const { changes } = db.insert(passkeys).values(passkey).onConflictDoNothing().run();
  if (changes === 0) throw new ConflictError("passkey", "taken");
}

/** The passkey of this id of WebAuthn; null for an unknown one. */
export function findPasskey(db: IntisharDatabase, credentialId: string): KnownPasskey | null {
  const { id, userId, publicKey, counter } = passkeys;
  const row = db
    .select({ id, userId, email: users.email, credentialId: passkeys.credentialId, publicKey, counter })
    .from(passkeys)
    .innerJoin(users, eq(users.id, userId))
    .where(eq(passkeys.credentialId, credentialId))
    .get();
  return row ?? null;
}

/**
 * Notes a use of a passkey.
 * @returns false when its count did not grow since it was read, also by a use at the same time: it may be a copy.
 * One that does not count says 0 each time.
 */
export function noteUse(
  db: IntisharDatabase,
  { passkey, counter, now }: { passkey: KnownPasskey; counter: number; now: number },
): boolean {
  const grows = counter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, counter);
  const use = db.update(passkeys).set({ counter, lastUsedAt: now });
  return use.where(and(eq(passkeys.id, passkey.id), grows)).run().changes === 1;
}

/** A person's passkeys, the oldest first. */
export function listPasskeys(db: IntisharDatabase, userId: number): ListedPasskey[] {
  const { id, name, credentialId, transports, createdAt, lastUsedAt } = passkeys;
  return db
    .select({ id, name, credentialId, transports, createdAt, lastUsedAt })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.id))
    .all();
}

/** Forgets one of a person's passkeys. @returns false when it is not theirs */
export function removePasskey(db: IntisharDatabase, userId: number, id: number): boolean {
  const isIt = and(eq(passkeys.id, id), eq(passkeys.userId, userId));
  return db.delete(passkeys).where(isIt).run().changes === 1;
}
