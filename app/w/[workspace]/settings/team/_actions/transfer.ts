"use server";

import { redirect } from "next/navigation";
import { action, Sent } from "#app/_server/action.ts";
import { isOwnPassword } from "#app/_server/is-own-password.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { faultyState } from "#app/w/_server/form-state.ts";
import { transferWorkspace } from "#db/queries/team/transfer-workspace.ts";
import type { FormState } from "#lib/domain/form-state.ts";

/** Makes a member the owner in one's own place, once one's password is given. */
export const transfer = action(
  [Sent.slug, Sent.id, Sent.before, Sent.form],
  async function transfer(workspace, userId, _before, form): Promise<FormState<"password">> {
    await actIn(workspace, "team.manage", () => undefined);
    if (!(await isOwnPassword(form.get("password"))))
      return faultyState({ password: "" }, [{ path: ["password"], message: "password" }]);
    await actIn(workspace, "team.manage", (scope) => transferWorkspace(scope, { userId }));
    redirect(`/w/${workspace}`);
  },
);
