"use server";

import { z } from "zod";
import { action } from "#app/_server/action.ts";
import { actionRequest } from "#app/_server/action-request.ts";
import { challengeCookie } from "#app/_server/second-step-cookies.ts";
import { requireUser } from "#app/_server/session.ts";
import { authenticationOptions } from "#app/_server/webauthn.ts";
import { signProof } from "#db/auth-store/proof.ts";
import { currentDatabase } from "#db/connection.ts";

/** A challenge for a passkey to sign within five minutes, once: of anybody who signs in, or of who is signed in. */
export const passkeyChallenge = action(
  [z.enum(["passkey-sign-in", "passkey-prove"])],
  async function passkeyChallenge(purpose) {
    const userId = purpose === "passkey-sign-in" ? null : (await requireUser("/account/security")).id;
    const key = { purpose, secret: process.env.NEXTAUTH_SECRET ?? "", now: Date.now() };
    const { token, nonce } = signProof(userId ?? 0, key);
    const { cookies } = await actionRequest();
    const { name, options } = challengeCookie();
    cookies.set(name, token, options);
    return authenticationOptions(currentDatabase(), nonce, userId);
  },
);
