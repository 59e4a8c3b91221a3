"use server";

import { revalidatePath } from "next/cache";
import { action } from "#app/_server/action.ts";
import { actionRequest } from "#app/_server/action-request.ts";
import { trustCookie } from "#app/_server/second-step-cookies.ts";
import { requireUser } from "#app/_server/session.ts";
import { endSessionsOf } from "#db/auth-store/end-sessions-of.ts";
import { endTrustOf } from "#db/auth-store/trusted-browsers.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";

/** Signs the person out everywhere but here, and trusts no other browser any more. */
export const endOtherSessions = action([], async function endOtherSessions(): Promise<void> {
  const user = await requireUser("/account");
  const [db, { cookies }] = [currentDatabase(), await actionRequest()];
  await whenFree(() => endSessionsOf(db, user.id, user.sessionId));
  await whenFree(() => endTrustOf(db, user.id, cookies.get(trustCookie(user.email).name)));
  revalidatePath("/account");
});
