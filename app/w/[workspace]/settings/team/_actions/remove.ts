"use server";

import { redirect } from "next/navigation";
import { action, Sent } from "#app/_server/action.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { removeMember } from "#db/queries/team/remove-member.ts";
import { ConflictError } from "#lib/access/errors.ts";

/** Ends a membership; answers why not. */
export const remove = action(
  [Sent.slug, Sent.id, Sent.before],
  async function remove(workspace, userId, _before): Promise<string | null> {
    try {
      await actIn(workspace, "team.manage", (scope) => removeMember(scope, { userId }));
    } catch (error) {
      if (error instanceof ConflictError) return (await requestTranslate())("team.fault.last-owner");
      throw error;
    }
    redirect(`/w/${workspace}/settings/team`);
  },
);
