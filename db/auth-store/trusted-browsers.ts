import { and, desc, eq, gt, lte, ne } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { mintToken } from "#db/auth-store/mint-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { trustedBrowsers } from "#db/schema/second-factors.ts";
import { DAY, SECOND } from "#lib/time/lengths.ts";

/** How long a browser is not asked for the second factor: 30 days, in seconds. */
export const TRUST_SECONDS = (30 * DAY) / SECOND;

/** A browser that is trusted, as its owner sees it. Times are Unix milliseconds. */
export interface TrustedBrowser {
  /** Names it without being it. */
  readonly tokenHash: string;
  readonly label: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/**
 * Trusts a browser for 30 days, and forgets whose trust has run out.
 * @returns the token that it keeps
 */
export function trustBrowser(
  db: IntisharDatabase,
  { userId, label, now }: { userId: number; label: string; now: number },
): string {
  const token = mintToken();
  db.delete(trustedBrowsers).where(lte(trustedBrowsers.expiresAt, now)).run();
  const row = { tokenHash: hashToken(token), userId, label, createdAt: now };
  db.insert(trustedBrowsers)
    .values({ ...row, expiresAt: now + TRUST_SECONDS * SECOND })
    .run();
  return token;
}

/** Whether a browser's token is one of this person's that still counts. */
export function isTrusted(
  db: IntisharDatabase,
  { userId, token, now }: { userId: number; token: string | undefined; now: number },
): boolean {
  if (token === undefined) return false;
  const isIt = and(
    eq(trustedBrowsers.tokenHash, hashToken(token)),
    eq(trustedBrowsers.userId, userId),
    gt(trustedBrowsers.expiresAt, now),
  );
  return db.select().from(trustedBrowsers).where(isIt).get() !== undefined;
}

/** A person's trusted browsers, the newest first. */
export function listTrustedBrowsers(db: IntisharDatabase, userId: number, now: number): TrustedBrowser[] {
  const { tokenHash, label, createdAt, expiresAt } = trustedBrowsers;
  return db
    .select({ tokenHash, label, createdAt, expiresAt })
    .from(trustedBrowsers)
    .where(and(eq(trustedBrowsers.userId, userId), gt(trustedBrowsers.expiresAt, now)))
    .orderBy(desc(createdAt))
    .all();
}

/** Trusts one of a person's browsers no more; another person's is left alone. */
export function endTrust(db: IntisharDatabase, userId: number, tokenHash: string): void {
  db.delete(trustedBrowsers)
    .where(and(eq(trustedBrowsers.tokenHash, tokenHash), eq(trustedBrowsers.userId, userId)))
    .run();
}

/** Trusts no browser of a person any more, but for the one with this token. */
export function endTrustOf(db: IntisharDatabase, userId: number, exceptToken?: string): void {
  const kept = exceptToken === undefined ? undefined : ne(trustedBrowsers.tokenHash, hashToken(exceptToken));
  db.delete(trustedBrowsers)
    .where(and(eq(trustedBrowsers.userId, userId), kept))
    .run();
}
