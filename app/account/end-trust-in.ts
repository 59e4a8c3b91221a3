"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { requireUser } from "#app/_server/session.ts";
import { endTrust } from "#db/auth-store/trusted-browsers.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";

/** Asks the browser that the form's `browser` names for the second factor again. */
export const endTrustIn = action([Sent.form], async function endTrustIn(form): Promise<void> {
  const user = await requireUser("/account");
  const browser = String(form.get("browser") ?? "");
  await whenFree(() => endTrust(currentDatabase(), user.id, browser));
  revalidatePath("/account");
});
