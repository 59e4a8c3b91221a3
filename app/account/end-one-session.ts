"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { requireUser } from "#app/_server/session.ts";
import { endListedSession } from "#db/auth-store/end-listed-session.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";

/** Signs out the browser that the form's `session` names. */
export const endOneSession = action([Sent.form], async function endOneSession(form): Promise<void> {
  const user = await requireUser("/account");
  const session = String(form.get("session") ?? "");
  await whenFree(() => endListedSession(currentDatabase(), user.id, session));
  revalidatePath("/account");
});
