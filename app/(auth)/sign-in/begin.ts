"use server";

import { z } from "zod";
import { action } from "#app/_server/action.ts";
import { actionRequest } from "#app/_server/action-request.ts";
import { checkPassword } from "#app/_server/check-password.ts";
import { type NextStep, openStep } from "#app/_server/next-step.ts";
import { isVouchedOnly } from "#app/_server/vouching-providers.ts";
import { currentDatabase } from "#db/connection.ts";

const Typed = z.object({ email: z.string(), password: z.string() });

/**
 * What is left to do once the password was right; `wrong` also for an unknown account, for too many guesses,
 * and where passwords are not asked for.
 */
export const begin = action([Typed], async function begin(typed): Promise<{ next: NextStep | "wrong" }> {
  const request = await actionRequest();
  const account = isVouchedOnly() ? null : await checkPassword(request, typed);
  return { next: account === null ? "wrong" : openStep(currentDatabase(), account, request.cookies) };
});
