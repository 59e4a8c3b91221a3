import { randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { and, count, eq, isNull } from "drizzle-orm";
import { deriveKey } from "#db/auth-store/derive-key.ts";
import { inTransaction } from "#db/in-transaction.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { recoveryCodes } from "#db/schema/second-factors.ts";
import { whenFree } from "#db/when-free.ts";
import { RECOVERY_COUNT, RECOVERY_LENGTH, RECOVERY_LETTERS } from "#lib/domain/second-factor-code.ts";

// A code is 45 random bits: it needs less than a password does.
const COST = { N: 2 ** 14, r: 8, p: 1 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const FORMAT = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/;

/** Codes, to be shown once, and what is kept of them. */
export interface RecoveryCodes {
  readonly codes: readonly string[];
  readonly hashes: readonly string[];
}

/** Draws a set of codes. All are hashed under one salt, so that a code is looked for in the time of one hash. */
export async function drawRecoveryCodes(): Promise<RecoveryCodes> {
  const salt = randomBytes(SALT_BYTES);
  const codes = Array.from({ length: RECOVERY_COUNT }, drawCode);
  const keys = await Promise.all(codes.map((code) => deriveKey(code, salt, KEY_BYTES, COST)));
  const cost = ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url")];
  return { codes, hashes: keys.map((key) => [...cost, key.toString("base64url")].join("$")) };
}

/** Keeps a person's codes; those before them are good for nothing any more. */
export function keepRecoveryCodes(
  db: IntisharDatabase,
  { userId, hashes, now }: { userId: number; hashes: readonly string[]; now: number },
): void {
  inTransaction(db.$client, () => {
    removeRecoveryCodes(db, userId);
    for (const codeHash of hashes)
      db.insert(recoveryCodes).values({ userId, codeHash, createdAt: now }).run();
  });
}

/** Uses a code up. @returns false when it is none of the person's, or was used, also by a request at the same time */
export async function takeRecoveryCode(
  db: IntisharDatabase,
  { userId, letters, now }: { userId: number; letters: string; now: number },
): Promise<boolean> {
  const isUnused = and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt));
  const rows = db.select().from(recoveryCodes).where(isUnused).all();
  const [, N, r, p, salt = ""] = FORMAT.exec(rows[0]?.codeHash ?? "") ?? [];
  if (salt === "") return false;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const key = await deriveKey(letters, Buffer.from(salt, "base64url"), KEY_BYTES, cost);
  const found = rows.find(({ codeHash }) => {
    const kept = Buffer.from(FORMAT.exec(codeHash)?.[5] ?? "", "base64url");
    return kept.length === key.length && timingSafeEqual(kept, key);
  });
  if (found === undefined) return false;
  const use = db.update(recoveryCodes).set({ usedAt: now });
  const isIt = and(eq(recoveryCodes.id, found.id), isNull(recoveryCodes.usedAt));
  return whenFree(() => use.where(isIt).run().changes === 1);
}

/** How many codes a person has left. */
export function countRecoveryCodes(db: IntisharDatabase, userId: number): number {
  const isUnused = and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt));
  return db.select({ left: count() }).from(recoveryCodes).where(isUnused).get()?.left ?? 0;
}

export function removeRecoveryCodes(db: IntisharDatabase, userId: number): void {
  db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run();
}

function drawCode(): string {
  return Array.from(
    { length: RECOVERY_LENGTH },
    () => RECOVERY_LETTERS[randomInt(RECOVERY_LETTERS.length)],
  ).join("");
}
