"use server";

import { action, Sent } from "#app/_server/action.ts";
import { unlink } from "#db/auth-store/linked-sign-ins.ts";
import type { SecurityState } from "../security-state.ts";
import { changeSignIn, whenProven } from "./change-sign-in.ts";

/** Forgets the account elsewhere that the form names; another person's is left alone. */
export const unlinkSignIn = action([Sent.form], async function unlinkSignIn(form): Promise<SecurityState> {
  return whenProven(async (change) => {
    const [provider, subject] = ["provider", "subject"].map((field) => String(form.get(field) ?? ""));
    const named = { provider: provider ?? "", subject: subject ?? "" };
    await changeSignIn(change, "unlinked", () => unlink(change.db, change.user.id, named));
    return {};
  });
});
