"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { pauseCollection } from "#db/queries/collections/pause-collection.ts";

/** Pauses or resumes what a campaign takes in, as the form's `way` says. */
export const switchCollection = action(
  [Sent.slug, Sent.id, Sent.path, Sent.form],
  async function switchCollection(workspace, campaignId, path, form): Promise<void> {
    const pausedAt = form.get("way") === "pause" ? Date.now() : null;
    await actIn(workspace, "collection.manage", (scope) => pauseCollection(scope, { campaignId, pausedAt }));
    revalidatePath(path);
  },
);
