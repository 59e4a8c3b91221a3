"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { deleteAnnotation } from "#db/queries/annotations/delete-annotation.ts";

/** Takes the note that a form names off a campaign's charts. */
export const deleteNote = action(
  [Sent.slug, Sent.id, Sent.form],
  async function deleteNote(workspace, campaignId, form): Promise<void> {
    const annotationId = Number(form.get("note"));
    await actIn(workspace, "campaigns.write", (scope) =>
      deleteAnnotation(scope, { campaignId, annotationId }),
    );
    revalidatePath("/w/[workspace]/campaigns/[campaign]", "page");
  },
);
