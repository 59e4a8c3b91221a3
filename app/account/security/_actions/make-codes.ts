"use server";

import { action, Sent } from "#app/_server/action.ts";
import { hasSecondFactor } from "#db/auth-store/second-factors.ts";
import type { SecurityState } from "../security-state.ts";
import { newCodes, whenProven } from "./change-sign-in.ts";

/** Makes another set of recovery codes, and voids the one before. */
export const makeCodes = action([Sent.form], async function makeCodes(_form): Promise<SecurityState> {
  return whenProven(async (change) =>
    hasSecondFactor(change.db, change.user.id) ? newCodes(change) : { fault: "security.fault.first" },
  );
});
