"use server";

import { action, Sent } from "#app/_server/action.ts";
import { actionRequest } from "#app/_server/action-request.ts";
import { challengeCookie } from "#app/_server/second-step-cookies.ts";
import { checkNewPasskey } from "#app/_server/webauthn.ts";
import { addPasskey } from "#db/auth-store/passkeys.ts";
import { readProof } from "#db/auth-store/proof.ts";
import { browserLabel } from "#lib/access/browser-label.ts";
import { ConflictError } from "#lib/access/errors.ts";
import type { SecurityState } from "../security-state.ts";
import { changeSignIn, firstCodes, whenProven } from "./change-sign-in.ts";

const LONGEST_NAME = 60;

/** Keeps the passkey that an authenticator made, and makes recovery codes for whoever has none. */
export const keepPasskey = action([Sent.form], async function keepPasskey(form): Promise<SecurityState> {
  return whenProven(async (change) => {
    const { db, user, now } = change;
    const { cookies, userAgent } = await actionRequest();
    const typed = String(form.get("name") ?? "").trim();
    if (typed.length > LONGEST_NAME) return { fault: "security.fault.name" };
    const key = { purpose: "passkey-register", secret: process.env.NEXTAUTH_SECRET ?? "", now } as const;
    const proof = readProof(cookies.get(challengeCookie().name), key);
    const isTheirs = proof !== null && proof.userId === user.id;
    const made = isTheirs ? await checkNewPasskey(db, proof, form.get("response"), now) : null;
    if (made === null) return { fault: "security.fault.passkey" };
    const passkey = { ...made, name: typed === "" ? browserLabel(userAgent) : typed, createdAt: now };
    try {
      await changeSignIn(change, "passkey-added", () => {
        addPasskey(db, passkey);
        return undefined;
      });
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      return { fault: error.reason === "many" ? "security.fault.many" : "security.fault.taken" };
    }
    return firstCodes(change);
  });
});
