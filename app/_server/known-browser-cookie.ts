import { createHash } from "node:crypto";
import { KNOWN_SECONDS } from "#db/auth-store/known-browser.ts";

/**
 * The cookie by which a browser is known for an account: one for each account that signs in there, so that two people
 * may share a browser.
 * @param email as `canonicalEmail` returns it
 */
export function knownBrowserCookie(email: string) {
  const secure = (process.env.NEXTAUTH_URL ?? "").startsWith("https://");
  const mark = createHash("sha256").update(email).digest("base64url").slice(0, 12);
  return {
    name: `${secure ? "__Host-" : ""}intishar.known-${mark}`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: KNOWN_SECONDS } as const,
  };
}
