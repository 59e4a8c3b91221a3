"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { undoChannelMerge } from "#db/queries/channels/undo-channel-merge.ts";
import { actIn } from "./act-in.ts";

/** Lets the channel that the form's `name` names stand for itself again. */
export const undoMerge = action(
  [Sent.slug, Sent.path, Sent.form],
  async function undoMerge(workspace, path, form): Promise<void> {
    const name = String(form.get("name") ?? "");
    await actIn(workspace, "campaigns.write", (scope) => undoChannelMerge(scope, { name }));
    revalidatePath(path);
  },
);
