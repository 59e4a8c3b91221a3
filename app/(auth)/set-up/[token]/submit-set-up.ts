"use server";

import { notFound, redirect } from "next/navigation";
import { action, Sent } from "#app/_server/action.ts";
import { completeSetUp } from "#db/auth-store/complete-set-up.ts";
import { slugSuffix } from "#db/auth-store/create-workspace.ts";
import { hasSetUpToken } from "#db/auth-store/has-set-up-token.ts";
import { hashPassword } from "#db/auth-store/hash-password.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";
import { ConflictError, NotFoundError } from "#lib/access/errors.ts";
import { slugOfName } from "#lib/domain/slug-of-name.ts";
import { readSetUp, type SetUpInput } from "./read-set-up.ts";
import type { SetUpState } from "./set-up-state.ts";

async function complete(
  token: string,
  passwordHash: string,
  { password: _, ...input }: SetUpInput,
): Promise<void> {
  const slug = slugOfName(input.workspaceName);
  const setUp = { ...input, token, passwordHash, now: Date.now() };
  try {
    await whenFree(() => completeSetUp(currentDatabase(), { ...setUp, workspaceSlug: slug }));
  } catch (error) {
    if (!(error instanceof ConflictError) || error.field !== "workspaceSlug") throw error;
    // Demo data may have the name already; a slug is nothing to bother a person with.
    const other = { ...setUp, workspaceSlug: `${slug}-${slugSuffix()}` };
    await whenFree(() => completeSetUp(currentDatabase(), other));
  }
}

/** Creates the first account and leads to the sign-in page; 404 once the token is spent. */
export const submitSetUp = action(
  [Sent.token, Sent.before, Sent.form],
  async function submitSetUp(token, _previous, form): Promise<SetUpState> {
    // Before any hashing: a stranger must not make the server work.
    if (!hasSetUpToken(currentDatabase(), token)) notFound();
    const read = readSetUp(form);
    if ("state" in read) return read.state;
    const passwordHash = await hashPassword(read.input.password);
    try {
      await complete(token, passwordHash, read.input);
    } catch (error) {
      if (error instanceof NotFoundError) notFound();
      if (!(error instanceof ConflictError)) throw error;
      const { email, workspaceName, zone } = read.input;
      return { values: { email, workspaceName, zone }, faults: { email: "auth.fault.emailTaken" } };
    }
    redirect("/sign-in?created=1");
  },
);
