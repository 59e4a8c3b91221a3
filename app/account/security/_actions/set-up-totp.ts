"use server";

import { action, Sent } from "#app/_server/action.ts";
import { readSecondFactors } from "#db/auth-store/second-factors.ts";
import { beginTotp } from "#db/auth-store/totp.ts";
import { whenFree } from "#db/when-free.ts";
import type { SecurityState } from "../security-state.ts";
import { whenProven } from "./change-sign-in.ts";

/** Makes the secret for an authenticator app; it counts once a code of it was given. */
export const setUpTotp = action([Sent.form], async function setUpTotp(_form): Promise<SecurityState> {
  return whenProven(async ({ db, user, now }) => {
    if (!readSecondFactors(db, user.id).hasTotp) await whenFree(() => beginTotp(db, user.id, now));
    return {};
  });
});
