"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { action } from "#app/_server/action.ts";
import { currentUser } from "#app/_server/session.ts";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { endSession } from "#db/auth-store/end-session.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";

/** Ends this browser's session, forgets its cookie and leads to the sign-in page. */
export const signOut = action([], async function signOut(): Promise<void> {
  const user = await currentUser();
  if (user !== null) await whenFree(() => endSession(currentDatabase(), user.sessionId));
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
  redirect("/sign-in");
});
