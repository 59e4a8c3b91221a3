"use server";

import { revalidatePath } from "next/cache";
import { actIn } from "#app/w/_server/act-in.ts";
import { pauseCollection } from "#db/queries/collections/pause-collection.ts";

/** Pauses or resumes what a campaign takes in, as the form's `way` says. */
export async function switchCollection(
  workspace: string,
  campaignId: number,
  path: string,
  form: FormData,
): Promise<void> {
  const pausedAt = form.get("way") === "pause" ? Date.now() : null;
  await actIn(workspace, "collection.manage", (scope) => pauseCollection(scope, { campaignId, pausedAt }));
  revalidatePath(path);
}
