import type { Account, AuthOptions, Profile } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { isOwnUrl } from "#app/_front/is-own-url.ts";
import { admit } from "#app/_server/admit.ts";
import { checkPassword, knownAsOf } from "#app/_server/check-password.ts";
import { checkSecondStep } from "#app/_server/check-second-step.ts";
import { knownBrowserCookie } from "#app/_server/known-browser-cookie.ts";
import { logHolder } from "#app/_server/log-holder.ts";
import { neededStep } from "#app/_server/next-step.ts";
import { passwordLimits } from "#app/_server/password-limits.ts";
import { challengeCookie } from "#app/_server/second-step-cookies.ts";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { sessionIdOf } from "#app/_server/session-id-of.ts";
import type { SignInRequest } from "#app/_server/sign-in-request.ts";
import { isVouchedOnly, vouchedOf, vouchingProviders } from "#app/_server/vouching-providers.ts";
import { checkPasskey } from "#app/_server/webauthn.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import { endSession } from "#db/auth-store/end-session.ts";
import { findSession } from "#db/auth-store/find-session.ts";
import { knowBrowser } from "#db/auth-store/known-browser.ts";
import { findLinked } from "#db/auth-store/linked-sign-ins.ts";
import { readProof } from "#db/auth-store/proof.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";
import { browserLabel } from "#lib/access/browser-label.ts";
import { SESSION_SECONDS } from "#lib/access/session-seconds.ts";

/** The password, or what comes after it: see `openStep`. */
function credentials(request: SignInRequest) {
  return Credentials({
    credentials: { email: { type: "email" }, password: { type: "password" }, code: {}, trust: {} },
    authorize: async (input) => {
      const { email, password, code, trust } = input ?? {};
      // The library passes on whatever JSON held.
      if (typeof code === "string") return signedIn(await secondStep(request, code, trust === "on"), request);
      if (typeof email !== "string" || typeof password !== "string" || isVouchedOnly()) return null;
      const account = await checkPassword(request, { email, password });
      if (account === null) return null;
      const step = neededStep(currentDatabase(), account, request.cookies, Date.now());
      return step === "done" ? signedIn(account, request) : null;
    },
  });
}

function secondStep(request: SignInRequest, code: string, trust: boolean) {
  const proof = { secret: process.env.NEXTAUTH_SECRET ?? "", now: Date.now() };
  const knownAs = knownAsOf(request.cookies, proof);
  return checkSecondStep(currentDatabase(), passwordLimits.secondStep, request, {
    code,
    trust,
    knownAs,
    ...proof,
  });
}

/** A passkey alone: it counts as two factors. */
function passkey(request: SignInRequest) {
  return Credentials({
    id: "passkey",
    credentials: { response: {} },
    authorize: async (input) => {
      const key = { purpose: "passkey-sign-in", secret: process.env.NEXTAUTH_SECRET ?? "" } as const;
      const now = Date.now();
      const proof = readProof(request.cookies.get(challengeCookie().name), { ...key, now });
      const found = await checkPasskey(currentDatabase(), proof, input?.response, now);
      if (found === null) logHolder.log?.({ event: "passkey-sign-in-failed" });
      return signedIn(found, request);
    },
  });
}

/** What the library takes for a user. The browser is known for the account from now on. */
function signedIn(account: { userId: number; email: string } | null, { cookies }: SignInRequest) {
  if (account === null) return null;
  const { name, options } = knownBrowserCookie(account.email);
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  cookies.set(name, knowBrowser(account.email, { secret, now: Date.now() }), options);
  return { id: String(account.userId), email: account.email };
}

/**
 * Settings of the sign-in library for one request. Its encrypted token only carries the id of a row in
 * `sessions`; whether that is still signed in is looked up each time.
 */
export function authOptions(request: SignInRequest): AuthOptions {
  const cookie = sessionCookie();
  return {
    providers: [credentials(request), passkey(request), ...vouchingProviders()],
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: cookie },
    callbacks: {
      // As an address is written: the library would put letters into a header that it cannot carry.
      redirect: ({ url, baseUrl }) =>
        isOwnUrl(url, { origin: baseUrl, origins: new Set([baseUrl]) })
          ? new URL(url, baseUrl).href
          : baseUrl,
      signIn: async ({ account, profile }) =>
        account?.type === "oauth" ? admit(account, profile, request) : true,
      jwt: async ({ token, user, account, profile }) => {
        // `user` is there at sign-in alone.
        if (user === undefined) return token;
        const userId = account?.type === "oauth" ? vouchedUserId(account, profile) : Number(user.id);
        const label = browserLabel(request.userAgent);
        const formerId = (await sessionIdOf(request.cookies.get(cookie.name))) ?? "";
        const session = { userId, label, now: Date.now(), formerId };
        return { ...token, sessionId: await whenFree(() => createSession(currentDatabase(), session)) };
      },
      // The id stays out of the answer: scripts in the page have no use for it.
      session: ({ session: { expires }, token: { sessionId } }) => {
        const found =
          typeof sessionId === "string" ? findSession(currentDatabase(), sessionId, Date.now()) : null;
        return found === null ? { expires } : { expires, user: { email: found.email } };
      },
    },
    // Its own prints stacks, and several lines for a cookie that anybody may send.
    logger: {
      error: (code, metadata) => {
        if (!isForgedToken(metadata)) console.error(`next-auth ${code}: ${messageOf(metadata)}`);
      },
      warn: (code) => console.warn(`next-auth ${code}`),
      debug: () => {},
    },
    events: {
      signOut: async ({ token }) => {
        const id = token?.sessionId;
        if (typeof id === "string") await whenFree(() => endSession(currentDatabase(), id));
      },
    },
  };
}

/** Whom `admit` let in. */
function vouchedUserId(account: Account, profile: Profile | undefined): number {
  const vouched = vouchedOf(account, profile);
  const found = vouched === null ? null : findLinked(currentDatabase(), vouched);
  if (found === null) throw new Error("nobody was let in by this account");
  return found.userId;
}

/** A token that is garbage, sealed with an older secret or past its end: nobody is signed in, and nothing is wrong. */
function isForgedToken(metadata: object): boolean {
  return "code" in metadata && String(metadata.code).startsWith("ERR_JW");
}

function messageOf(metadata: object): string {
  const error = "error" in metadata ? metadata.error : metadata;
  return error instanceof Error ? `${error.name}: ${error.message}` : "";
}
