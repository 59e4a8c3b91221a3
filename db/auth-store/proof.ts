import { createHmac, timingSafeEqual } from "node:crypto";
import { eq, lte } from "drizzle-orm";
import { mintToken } from "#db/auth-store/mint-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { spentProofs } from "#db/schema/second-factors.ts";
import { MINUTE } from "#lib/time/lengths.ts";

/** How long a proof is good for. */
export const PROOF_MS = 5 * MINUTE;

/** What a proof proves: that a password was right, or that a challenge of WebAuthn was ours. */
export type ProofPurpose = "second-step" | "passkey-sign-in" | "passkey-register" | "passkey-prove";

/** What a proof was made with, and is read with. */
export interface ProofKey {
  readonly purpose: ProofPurpose;
  readonly secret: string;
  /** Unix milliseconds. */
  readonly now: number;
}

/** A proof that is ours and not past its end; whether it was spent is the database's to know. */
export interface Proof {
  /** Whom it is about; 0 for whoever it may be. */
  readonly userId: number;
  /** 256 random bits in base64url. */
  readonly nonce: string;
  readonly until: number;
}

/** A new proof, `<end>.<user>.<nonce>.<signature>`: it is kept by a browser alone. */
export function signProof(
  userId: number,
  { purpose, secret, now }: ProofKey,
): { token: string; nonce: string } {
  const nonce = mintToken();
  const said = `${now + PROOF_MS}.${userId}.${nonce}`;
  return { token: `${said}.${macOf(said, purpose, secret)}`, nonce };
}

/** What a browser's token proves; null when it is forged, for another purpose, or past its end. */
export function readProof(token: string | undefined, { purpose, secret, now }: ProofKey): Proof | null {
  const [, said = "", until = "0", userId = "0", nonce = "", given = ""] =
    /^((\d{1,15})\.(\d{1,15})\.([\w-]{43}))\.([\w-]{43})$/.exec(token ?? "") ?? [];
  if (Number(until) <= now) return null;
  const [a, b] = [Buffer.from(given), Buffer.from(macOf(said, purpose, secret))];
  if (a.length !== b.length || !timingSafeEqual(a, b)) return null;
  return { userId: Number(userId), nonce, until: Number(until) };
}

/** Whether a proof has had its one use. */
export function isSpent(db: IntisharDatabase, { nonce }: Proof): boolean {
  return db.select().from(spentProofs).where(eq(spentProofs.nonce, nonce)).get() !== undefined;
}

/** Uses a proof up. @returns false when it was used before, also by a request at the same time */
export function spendProof(db: IntisharDatabase, { nonce, until }: Proof, now: number): boolean {
  db.delete(spentProofs).where(lte(spentProofs.expiresAt, now)).run();
  const row = { nonce, expiresAt: until };
  return db.insert(spentProofs).values(row).onConflictDoNothing().run().changes === 1;
}

function macOf(said: string, purpose: ProofPurpose, secret: string): string {
  return createHmac("sha256", secret).update(`proof\n${purpose}\n${said}`).digest("base64url");
}
