"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { faultyState } from "#app/w/_server/form-state.ts";
import { createInvitation } from "#db/queries/team/create-invitation.ts";
import { ConflictError } from "#lib/access/errors.ts";
import { canonicalEmail } from "#lib/domain/canonical-email.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import type { MemberField } from "#lib/domain/member-form.ts";
import { readMember } from "./member-fields.ts";

/** Makes an invitation; its link is in the answer this once. */
export const invite = action(
  [Sent.slug, Sent.before, Sent.form],
  async function invite(workspace, _before, form): Promise<FormState<MemberField>> {
    await actIn(workspace, "team.manage", () => undefined);
    const read = await readMember(form);
    const { values } = read;
    if ("state" in read) return read.state;
    const email = values.email === "" ? null : canonicalEmail(values.email);
    const refuse = (message: string) => faultyState(values, [{ path: ["email"], message }]);
    if (email === null && values.email !== "") return refuse("email");
    try {
      const invitation = { email, input: read.input, now: Date.now() };
      const token = await actIn(workspace, "team.manage", (scope) => createInvitation(scope, invitation));
      revalidatePath(`/w/${workspace}/settings/team`);
      const made = `${process.env.NEXTAUTH_URL ?? ""}/join/${token}`;
      return { values: { email: "", role: "viewer", campaigns: "" }, errors: {}, made };
    } catch (error) {
      if (error instanceof ConflictError) return refuse(error.reason);
      throw error;
    }
  },
);
