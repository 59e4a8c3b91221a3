"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { requestBackup } from "#db/backup/plan.ts";

/** Asks the server for a backup of the installation. */
export const backUpNow = action([Sent.slug], async function backUpNow(workspace): Promise<void> {
  await actIn(workspace, "workspace.manage", (scope) => requestBackup(scope, Date.now()));
  revalidatePath(`/w/${encodeURIComponent(workspace)}/settings/backups`);
});
