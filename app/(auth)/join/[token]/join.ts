"use server";

import { redirect } from "next/navigation";
import { action, Sent } from "#app/_server/action.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { requireUser } from "#app/_server/session.ts";
import { joinWorkspace } from "#db/auth-store/invitation.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";
import { ConflictError, NotFoundError } from "#lib/access/errors.ts";

/** Makes whoever is signed in a member by the invitation; answers why not. */
export const join = action([Sent.token, Sent.before], async function join(token, _before): Promise<
  string | null
> {
  const page = `/join/${token}`;
  const { id: userId } = await requireUser(page);
  let slug: string;
  try {
    slug = await whenFree(() => joinWorkspace(currentDatabase(), { token, userId, now: Date.now() }));
  } catch (error) {
    // Its page says that it is over, or for another address.
    if (error instanceof NotFoundError) redirect(page);
    if (error instanceof ConflictError) return (await requestTranslate())("team.join.already");
    throw error;
  }
  redirect(`/w/${slug}`);
});
