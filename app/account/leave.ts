"use server";

import { notFound, redirect } from "next/navigation";
import { action, Sent } from "#app/_server/action.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { requireUser } from "#app/_server/session.ts";
import { leaveWorkspace } from "#db/auth-store/leave-workspace.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";
import { ConflictError, NotFoundError } from "#lib/access/errors.ts";

/** Ends one's own membership; answers why not. */
export const leave = action([Sent.slug, Sent.before], async function leave(workspaceSlug, _before): Promise<
  string | null
> {
  const { id: userId } = await requireUser("/account");
  try {
    await whenFree(() => leaveWorkspace(currentDatabase(), { userId, workspaceSlug }));
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    if (error instanceof ConflictError) return (await requestTranslate())("team.fault.last-owner");
    throw error;
  }
  redirect("/account");
});
