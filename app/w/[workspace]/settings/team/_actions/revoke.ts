"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { revokeInvitation } from "#db/queries/team/revoke-invitation.ts";

/** Takes back the invitation that the form names. */
export const revoke = action([Sent.slug, Sent.form], async function revoke(workspace, form): Promise<void> {
  const invitationId = Number(form.get("invitation"));
  await actIn(workspace, "team.manage", (scope) =>
    revokeInvitation(scope, { invitationId, now: Date.now() }),
  );
  revalidatePath(`/w/${workspace}/settings/team`);
});
