import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { sessionIdOf } from "#app/_server/session-id-of.ts";
import { findSession } from "#db/auth-store/find-session.ts";
import { currentDatabase } from "#db/connection.ts";

/** Who is signed in, and with which session. */
export interface CurrentUser {
  id: number;
  email: string;
  sessionId: string;
}

/** Who is signed in, looked up once per request; null when nobody is. */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const sessionId = await sessionIdOf((await cookies()).get(sessionCookie().name)?.value);
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
