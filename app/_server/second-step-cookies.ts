import { createHash } from "node:crypto";
import { PROOF_MS } from "#db/auth-store/proof.ts";
import { TRUST_SECONDS } from "#db/auth-store/trusted-browsers.ts";
import { SECOND } from "#lib/time/lengths.ts";

function cookie(name: string, maxAge: number) {
  const secure = (process.env.NEXTAUTH_URL ?? "").startsWith("https://");
  return {
    name: `${secure ? "__Host-" : "intishar."}${name}`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge } as const,
  };
}

/** The cookie that says whose password was right, until the second step. */
export const stepCookie = () => cookie("step", PROOF_MS / SECOND);

/** The cookie with the challenge that a passkey is to sign. */
export const challengeCookie = () => cookie("challenge", PROOF_MS / SECOND);

/**
 * The cookie of a browser that is not asked for the second factor of an account: one for each account.
 * @param email as `canonicalEmail` returns it
 */
export function trustCookie(email: string) {
  const mark = createHash("sha256").update(email).digest("base64url").slice(0, 12);
  return cookie(`trusted-${mark}`, TRUST_SECONDS);
}
