"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { unblockSource } from "#db/queries/collections/unblock-source.ts";

/** Takes in again from what the form's `block` names. */
export const unblock = action(
  [Sent.slug, Sent.id, Sent.path, Sent.form],
  async function unblock(workspace, campaignId, path, form): Promise<void> {
    const blockId = Number(form.get("block"));
    await actIn(workspace, "collection.manage", (scope) => unblockSource(scope, { campaignId, blockId }));
    revalidatePath(path);
  },
);
