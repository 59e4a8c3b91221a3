"use server";

import { revalidatePath } from "next/cache";
import { actIn } from "#app/w/_server/act-in.ts";
import { deleteSegment as deleteInWorkspace } from "#db/queries/segments/delete-segment.ts";

/** Forgets the segment that a form names. */
export async function deleteSegment(workspace: string, campaignId: number, form: FormData): Promise<void> {
  const segmentId = Number(form.get("segment"));
  await actIn(workspace, "campaigns.read", (scope) => deleteInWorkspace(scope, { campaignId, segmentId }));
  revalidatePath("/w/[workspace]/campaigns/[campaign]", "layout");
}
