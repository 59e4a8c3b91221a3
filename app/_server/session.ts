import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { findSession } from "#db/auth-store/find-session.ts";
import { currentDatabase } from "#db/connection.ts";

/** Who is signed in, and with which session. */
export interface CurrentUser {
  id: number;
  email: string;
  sessionId: string;
}

async function sessionIdOf(cookie: string): Promise<string | null> {
  try {
    const token = await decode({ token: cookie, secret: process.env.NEXTAUTH_SECRET ?? "" });
    return typeof token?.sessionId === "string" ? token.sessionId : null;
  } catch {
    // Forged, sealed with an older secret, or past its end: nobody is signed in.
    return null;
  }
}

/** Who is signed in, looked up once per request; null when nobody is. */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const cookie = (await cookies()).get(sessionCookie().name)?.value;
  const sessionId = cookie === undefined ? null : await sessionIdOf(cookie);
  if (sessionId === null) return null;
  const found = findSession(currentDatabase(), sessionId, Date.now());
  return found === null ? null : { id: found.userId, email: found.email, sessionId };
});

/**
 * Who is signed in; leads others to sign in, and back.
 * @param path where to come back to: path and query of this page
 */
export async function requireUser(path = "/"): Promise<CurrentUser> {
  const user = await currentUser();
  if (user === null) redirect(`/sign-in?${new URLSearchParams({ next: path })}`);
  return user;
}
