"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { faultyState } from "#app/w/_server/form-state.ts";
import { changeMember } from "#db/queries/team/change-member.ts";
import { ConflictError } from "#lib/access/errors.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import type { MemberField } from "#lib/domain/member-form.ts";
import { readMember } from "./member-fields.ts";

/** Gives a member another role. */
export const changeRole = action(
  [Sent.slug, Sent.id, Sent.before, Sent.form],
  async function changeRole(workspace, userId, _before, form): Promise<FormState<MemberField>> {
    await actIn(workspace, "team.manage", () => undefined);
    const read = await readMember(form);
    if ("state" in read) return read.state;
    const { input, values } = read;
    try {
      await actIn(workspace, "team.manage", (scope) => changeMember(scope, { userId, input }));
    } catch (error) {
      if (error instanceof ConflictError)
        return faultyState(values, [{ path: ["role"], message: error.reason }]);
      throw error;
    }
    revalidatePath(`/w/${workspace}/settings/team`);
    return { values, errors: {}, made: "" };
  },
);
