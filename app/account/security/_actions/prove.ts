"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actionRequest } from "#app/_server/action-request.ts";
import { checkPassword } from "#app/_server/check-password.ts";
import { requireUser } from "#app/_server/session.ts";
import { noteProof } from "#db/auth-store/recent-proof.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";
import type { SecurityState } from "../security-state.ts";

/** Takes the password of whoever is signed in as proof that it is them, for ten minutes. */
export const prove = action([Sent.form], async function prove(form): Promise<SecurityState> {
  const user = await requireUser("/account/security");
  const password = form.get("password");
  const typed = { email: user.email, password: typeof password === "string" ? password : "" };
  const account = await checkPassword(await actionRequest(), typed);
  if (account?.userId !== user.id) return { fault: "security.fault.password" };
  await whenFree(() => noteProof(currentDatabase(), user.sessionId, Date.now()));
  revalidatePath("/account/security");
  return {};
});
