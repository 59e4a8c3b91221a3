"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { pauseLink } from "#db/queries/links/pause-link.ts";

/** Pauses or resumes the link that the form's `link` names. */
export const switchLink = action(
  [Sent.slug, Sent.path, Sent.form],
  async function switchLink(workspace, path, form): Promise<void> {
    const pausedAt = form.get("way") === "pause" ? Date.now() : null;
    const linkId = Number(form.get("link"));
    await actIn(workspace, "collection.manage", (scope) => pauseLink(scope, { linkId, pausedAt }));
    revalidatePath(path);
  },
);
