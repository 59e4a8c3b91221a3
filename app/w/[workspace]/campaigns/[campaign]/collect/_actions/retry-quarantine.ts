"use server";

import { setImmediate } from "node:timers/promises";
import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { retryQuarantined } from "#db/queries/intake/retry-quarantined.ts";

/** Tries a campaign's quarantined events again. @returns how many left the quarantine */
export const retryQuarantine = action(
  [Sent.slug, Sent.id, Sent.path],
  async function retryQuarantine(workspace, campaignId, path): Promise<number> {
    let left = 0;
    for (let after: number | null = 0; after !== null; ) {
      const from: number = after;
      const some = await actIn(workspace, "events.write", (scope) =>
        retryQuarantined(scope, { campaignId, after: from, now: Date.now() }),
      );
      left += some.left;
      after = some.next;
      // Others' requests have their turn between two batches.
      await setImmediate();
    }
    revalidatePath(path);
    return left;
  },
);
