"use server";

import { action, Sent } from "#app/_server/action.ts";
import { confirmTotp as confirm } from "#db/auth-store/totp.ts";
import { readSecondFactorCode } from "#lib/domain/second-factor-code.ts";
import type { SecurityState } from "../security-state.ts";
import { changeSignIn, firstCodes, whenProven } from "./change-sign-in.ts";

/** Turns the authenticator app on by a first code of it, and makes recovery codes for whoever has none. */
export const confirmTotp = action([Sent.form], async function confirmTotp(form): Promise<SecurityState> {
  return whenProven(async (change) => {
    const { db, user, now } = change;
    const code = readSecondFactorCode(String(form.get("code") ?? ""));
    const digits = code?.kind === "totp" ? code.digits : "";
    const isOn = await changeSignIn(change, "totp-on", () => confirm(db, user.id, digits, now));
    return isOn ? firstCodes(change) : { fault: "security.fault.code" };
  });
});
