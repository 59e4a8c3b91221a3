"use server";

import { revalidatePath } from "next/cache";
import { requireUser } from "#app/_server/session.ts";
import { endListedSession } from "#db/auth-store/end-listed-session.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";

/** Signs out the browser that the form's `session` names. */
export async function endOneSession(form: FormData): Promise<void> {
  const user = await requireUser("/account");
  const session = String(form.get("session") ?? "");
  await whenFree(() => endListedSession(currentDatabase(), user.id, session));
  revalidatePath("/account");
}
