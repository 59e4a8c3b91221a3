"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actionRequest } from "#app/_server/action-request.ts";
import { challengeCookie } from "#app/_server/second-step-cookies.ts";
import { requireUser } from "#app/_server/session.ts";
import { checkPasskey } from "#app/_server/webauthn.ts";
import { readProof } from "#db/auth-store/proof.ts";
import { noteProof } from "#db/auth-store/recent-proof.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";
import type { SecurityState } from "../security-state.ts";

/** Takes a passkey of whoever is signed in as proof that it is them, for ten minutes. */
export const proveByPasskey = action(
  [Sent.form],
  async function proveByPasskey(form): Promise<SecurityState> {
    const user = await requireUser("/account/security");
    const [db, now] = [currentDatabase(), Date.now()];
    const key = { purpose: "passkey-prove", secret: process.env.NEXTAUTH_SECRET ?? "", now } as const;
    const proof = readProof((await actionRequest()).cookies.get(challengeCookie().name), key);
    const isTheirs = proof !== null && proof.userId === user.id;
    const passkey = isTheirs ? await checkPasskey(db, proof, form.get("response"), now) : null;
    if (passkey === null) return { fault: "security.fault.passkey" };
    await whenFree(() => noteProof(db, user.sessionId, now));
    revalidatePath("/account/security");
    return {};
  },
);
