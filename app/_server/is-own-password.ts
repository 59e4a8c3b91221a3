import { cookies, headers } from "next/headers";
import { checkSignIn } from "#app/_server/check-sign-in.ts";
import { knownBrowserCookie } from "#app/_server/known-browser-cookie.ts";
import { passwordLimits } from "#app/_server/password-limits.ts";
import { requireUser } from "#app/_server/session.ts";
import { knownBrowser } from "#db/auth-store/known-browser.ts";
import { currentDatabase } from "#db/connection.ts";

/** Whether a text is the password of whoever is signed in: asked before what cannot be taken back. Guesses count as at sign-in. */
export async function isOwnPassword(password: FormDataEntryValue | null): Promise<boolean> {
  const { id, email } = await requireUser();
  if (typeof password !== "string") return false;
  const kept = await cookies();
  const proof = { secret: process.env.NEXTAUTH_SECRET ?? "", now: Date.now() };
  const account = await checkSignIn(currentDatabase(), passwordLimits.signIn, {
    email,
    password,
    // Exactly one address: the front replaced whatever the client said.
    address: (await headers()).get("x-forwarded-for") ?? "",
    knownAs: (of) => knownBrowser(kept.get(knownBrowserCookie(of).name)?.value, of, proof),
  });
  return account?.userId === id;
}
