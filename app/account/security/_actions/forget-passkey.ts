"use server";

import { action, Sent } from "#app/_server/action.ts";
import { removePasskey } from "#db/auth-store/passkeys.ts";
import { settleSecondFactors } from "#db/auth-store/second-factors.ts";
import type { SecurityState } from "../security-state.ts";
import { changeSignIn, whenProven } from "./change-sign-in.ts";

/** Forgets the passkey that the form's `passkey` names; another person's is left alone. */
export const forgetPasskey = action([Sent.form], async function forgetPasskey(form): Promise<SecurityState> {
  return whenProven(async (change) => {
    const { db, user } = change;
    const id = Number(form.get("passkey"));
    await changeSignIn(change, "passkey-removed", () => {
      if (!Number.isSafeInteger(id) || !removePasskey(db, user.id, id)) return false;
      settleSecondFactors(db, user.id);
      return true;
    });
    return {};
  });
});
