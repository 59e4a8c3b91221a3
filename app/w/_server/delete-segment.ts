"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { deleteSegment as deleteInWorkspace } from "#db/queries/segments/delete-segment.ts";

/** Forgets the segment that a form names. */
export const deleteSegment = action(
  [Sent.slug, Sent.id, Sent.form],
  async function deleteSegment(workspace, campaignId, form): Promise<void> {
    const segmentId = Number(form.get("segment"));
    await actIn(workspace, "campaigns.read", (scope) => deleteInWorkspace(scope, { campaignId, segmentId }));
    revalidatePath("/w/[workspace]/campaigns/[campaign]", "layout");
  },
);
