import { cookies, headers } from "next/headers";
import { encode } from "next-auth/jwt";
import { knownBrowserCookie } from "#app/_server/known-browser-cookie.ts";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { sessionIdOf } from "#app/_server/session-id-of.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import { knowBrowser } from "#db/auth-store/known-browser.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";
import { browserLabel } from "#lib/access/browser-label.ts";
import { SESSION_SECONDS } from "#lib/access/session-seconds.ts";

/**
 * Signs the browser of this request in and makes it known for the account, as the sign-in library would after the
 * right password. For server actions, which may set cookies.
 */
export async function signInHere({ userId, email }: { userId: number; email: string }): Promise<void> {
  const [kept, said] = [await cookies(), await headers()];
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  const now = Date.now();
  const cookie = sessionCookie();
  const formerId = (await sessionIdOf(kept.get(cookie.name)?.value)) ?? "";
  const session = { userId, label: browserLabel(said.get("user-agent") ?? ""), now, formerId };
  const sessionId = await whenFree(() => createSession(currentDatabase(), session));
  kept.set(
    cookie.name,
    await encode({ token: { sessionId }, secret, maxAge: SESSION_SECONDS }),
    cookie.options,
  );
  const known = knownBrowserCookie(email);
  kept.set(known.name, knowBrowser(email, { secret, now }), known.options);
}
