"use server";

import { revalidatePath } from "next/cache";
import { actIn } from "#app/w/_server/act-in.ts";
import { retryQuarantined } from "#db/queries/intake/retry-quarantined.ts";

/** Tries a campaign's quarantined events again. @returns how many left the quarantine */
export async function retryQuarantine(workspace: string, campaignId: number, path: string): Promise<number> {
  const { left } = await actIn(workspace, "events.write", (scope) =>
    retryQuarantined(scope, { campaignId, now: Date.now() }),
  );
  revalidatePath(path);
  return left;
}
