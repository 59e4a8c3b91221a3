"use server";

import { setImmediate } from "node:timers/promises";
import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { emptyQuarantine } from "#db/queries/intake/empty-quarantine.ts";

/** Forgets what lies in a campaign's quarantine for the form's `reason`. */
export const emptyKept = action(
  [Sent.slug, Sent.id, Sent.path, Sent.form],
  async function emptyKept(workspace, campaignId, path, form): Promise<void> {
    const reason = String(form.get("reason"));
    for (let isMore = true; isMore; ) {
      ({ isMore } = await actIn(workspace, "events.write", (scope) =>
        emptyQuarantine(scope, { campaignId, reason }),
      ));
      // Others' requests have their turn between two batches.
      await setImmediate();
    }
    revalidatePath(path);
  },
);
