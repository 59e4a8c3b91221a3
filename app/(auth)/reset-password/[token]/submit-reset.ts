"use server";

import { notFound, redirect } from "next/navigation";
import { action, Sent } from "#app/_server/action.ts";
import { actionRequest } from "#app/_server/action-request.ts";
import { logHolder } from "#app/_server/log-holder.ts";
import { openStep } from "#app/_server/next-step.ts";
import { signInHere } from "#app/_server/sign-in-here.ts";
import { hashPassword } from "#db/auth-store/hash-password.ts";
import { completePasswordReset, findPasswordReset } from "#db/auth-store/password-reset.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { passwordFault } from "#lib/domain/password-fault.ts";
import type { ResetState } from "./reset-state.ts";

/** Gives the account of a link its new password and signs this browser in, after its second factor; tells what is wrong with a password. */
export const submitReset = action(
  [Sent.token, Sent.before, Sent.form],
  async function submitReset(token, _before, form): Promise<ResetState> {
    const db = currentDatabase();
    // Before any hashing: a stranger must not make the server work.
    const reset = findPasswordReset(db, token, Date.now());
    if (reset === null) notFound();
    // Its page says why it is over.
    const page = `/reset-password/${token}`;
    if (reset.state !== "open") redirect(page);
    const typed = form.get("password");
    const password = typeof typed === "string" ? typed : "";
    const fault = passwordFault(password, reset.email);
    if (fault !== null) return { fault: `auth.fault.password.${fault}` };
    const passwordHash = await hashPassword(password);
    try {
      await whenFree(() => completePasswordReset(db, { token, passwordHash, now: Date.now() }));
    } catch (error) {
      if (error instanceof NotFoundError) redirect(page);
      throw error;
    }
    logHolder.log?.({ event: "password-reset", userId: reset.userId });
    const { cookies } = await actionRequest();
    // A link proves no more than the password that it sets.
    if (openStep(db, reset, cookies) !== "done") redirect("/sign-in?step=1");
    await signInHere(reset);
    redirect("/");
  },
);
