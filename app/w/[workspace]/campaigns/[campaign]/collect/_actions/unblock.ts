"use server";

import { revalidatePath } from "next/cache";
import { actIn } from "#app/w/_server/act-in.ts";
import { unblockSource } from "#db/queries/collections/unblock-source.ts";

/** Takes in again from what the form's `block` names. */
export async function unblock(
  workspace: string,
  campaignId: number,
  path: string,
  form: FormData,
): Promise<void> {
  const blockId = Number(form.get("block"));
  await actIn(workspace, "collection.manage", (scope) => unblockSource(scope, { campaignId, blockId }));
  revalidatePath(path);
}
