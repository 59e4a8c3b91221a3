"use server";

import { revalidatePath } from "next/cache";
import { action } from "#app/_server/action.ts";
import { requireUser } from "#app/_server/session.ts";
import { endSessionsOf } from "#db/auth-store/end-sessions-of.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";

/** Signs the person out everywhere but here. */
export const endOtherSessions = action([], async function endOtherSessions(): Promise<void> {
  const user = await requireUser("/account");
  await whenFree(() => endSessionsOf(currentDatabase(), user.id, user.sessionId));
  revalidatePath("/account");
});
