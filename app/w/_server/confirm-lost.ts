"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { confirmLostEvents } from "#db/intake/lost-events.ts";

/** An owner confirms that they know of the events that are missing; nobody is told of them from then on. */
export const confirmLost = action([Sent.slug], async function confirmLost(workspace): Promise<void> {
  await actIn(workspace, "workspace.manage", (scope) => confirmLostEvents(scope, Date.now()));
  revalidatePath("/", "layout");
});
