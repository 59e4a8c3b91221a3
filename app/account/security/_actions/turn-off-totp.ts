"use server";

import { action, Sent } from "#app/_server/action.ts";
import { readSecondFactors, settleSecondFactors } from "#db/auth-store/second-factors.ts";
import { removeTotp } from "#db/auth-store/totp.ts";
import { whenFree } from "#db/when-free.ts";
import type { SecurityState } from "../security-state.ts";
import { changeSignIn, whenProven } from "./change-sign-in.ts";

/** Turns the authenticator app off, or forgets one that was being set up. */
export const turnOffTotp = action([Sent.form], async function turnOffTotp(_form): Promise<SecurityState> {
  return whenProven(async (change) => {
    const { db, user } = change;
    if (readSecondFactors(db, user.id).hasTotp)
      await changeSignIn(change, "totp-off", () => {
        removeTotp(db, user.id);
        settleSecondFactors(db, user.id);
        return undefined;
      });
    else await whenFree(() => removeTotp(db, user.id));
    return {};
  });
});
