import { checkSignIn } from "#app/_server/check-sign-in.ts";
import { knownBrowserCookie } from "#app/_server/known-browser-cookie.ts";
import { passwordLimits } from "#app/_server/password-limits.ts";
import type { SignInCookies, SignInRequest } from "#app/_server/sign-in-request.ts";
import { knownBrowser } from "#db/auth-store/known-browser.ts";
import { currentDatabase } from "#db/connection.ts";

/** Under which name a browser is known for an account; null for a stranger. */
export function knownAsOf(cookies: Pick<SignInCookies, "get">, proof: { secret: string; now: number }) {
  return (account: string) => knownBrowser(cookies.get(knownBrowserCookie(account).name), account, proof);
}

/** Whose e-mail and password these are: `checkSignIn` for a request, with the limits of this process. */
export function checkPassword(
  { address, cookies }: Pick<SignInRequest, "address" | "cookies">,
  { email, password }: { email: string; password: string },
): Promise<{ userId: number; email: string } | null> {
  const knownAs = knownAsOf(cookies, { secret: process.env.NEXTAUTH_SECRET ?? "", now: Date.now() });
  return checkSignIn(currentDatabase(), passwordLimits.signIn, { email, password, address, knownAs });
}
