import { notFound, redirect } from "next/navigation";
import { requireUser } from "#app/_server/session.ts";
import { currentDatabase } from "#db/connection.ts";
import { openMemberScope } from "#db/scope.ts";
import { NotFoundError, SecondFactorNeededError } from "#lib/access/errors.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * What the person who is signed in may do in a workspace. Leads to sign-in when nobody is; answers 404 when
 * there is no such workspace, the person is no member, or the role lacks the permission. Leads members to set up a
 * second factor where the workspace requires one and they have waited too long.
 * @param path where to come back to after sign-in
 */
export async function currentScope<P extends Permission>(
  workspaceSlug: string,
  permission: P,
  path = `/w/${encodeURIComponent(workspaceSlug)}`,
): Promise<Scope<P>> {
  const user = await requireUser(path);
  try {
    return openMemberScope(currentDatabase(), user.id, workspaceSlug, permission);
  } catch (error) {
    if (error instanceof SecondFactorNeededError)
      redirect(`/account/security?${new URLSearchParams({ for: workspaceSlug })}`);
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
