"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { saveSegment as saveInWorkspace } from "#db/queries/segments/save-segment.ts";
import { SegmentInput } from "#lib/domain/segment.ts";

/** Keeps the filters of a form under its name. */
export const saveSegment = action(
  [Sent.slug, Sent.id, Sent.form],
  async function saveSegment(workspace, campaignId, form): Promise<void> {
    const fields = { name: form.get("name"), query: form.get("query"), shared: form.get("shared") ?? "" };
    await actIn(workspace, "campaigns.read", () => undefined);
    const parsed = SegmentInput.safeParse(fields);
    // The page sends what fits; anything else was not made by it.
    if (!parsed.success) notFound();
    await actIn(workspace, "campaigns.read", (scope) =>
      saveInWorkspace(scope, { campaignId, input: parsed.data, now: Date.now() }),
    );
    revalidatePath("/w/[workspace]/campaigns/[campaign]", "layout");
  },
);
