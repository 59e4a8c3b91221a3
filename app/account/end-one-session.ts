"use server";

import { revalidatePath } from "next/cache";
import { requireUser } from "#app/_server/session.ts";
import { endListedSession } from "#db/auth-store/end-listed-session.ts";
import { currentDatabase } from "#db/connection.ts";

/** Signs out the browser that the form's `session` names. */
export async function endOneSession(form: FormData): Promise<void> {
  const user = await requireUser("/account");
  endListedSession(currentDatabase(), user.id, String(form.get("session") ?? ""));
  revalidatePath("/account");
}
