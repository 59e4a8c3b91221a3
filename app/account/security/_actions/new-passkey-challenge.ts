"use server";

import { action } from "#app/_server/action.ts";
import { actionRequest } from "#app/_server/action-request.ts";
import { challengeCookie } from "#app/_server/second-step-cookies.ts";
import { requireUser } from "#app/_server/session.ts";
import { registrationOptions } from "#app/_server/webauthn.ts";
import { signProof } from "#db/auth-store/proof.ts";
import { currentDatabase } from "#db/connection.ts";

/** What a browser has an authenticator make a passkey with, within five minutes, once. */
export const newPasskeyChallenge = action([], async function newPasskeyChallenge() {
  const user = await requireUser("/account/security");
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  const { token, nonce } = signProof(user.id, { purpose: "passkey-register", secret, now: Date.now() });
  const { name, options } = challengeCookie();
  (await actionRequest()).cookies.set(name, token, options);
  return registrationOptions(currentDatabase(), nonce, user);
});
