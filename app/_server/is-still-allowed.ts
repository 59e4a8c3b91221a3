import { findSession } from "#db/auth-store/find-session.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { openMemberScope } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { includesCampaign } from "#lib/access/includes-campaign.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Whether somebody who holds a scope would be given it again: they are signed in, a member, and their role has the
 * permission. Costs two lookups.
 */
export function isStillAllowed(
  db: IntisharDatabase,
  sessionId: string,
  scope: Scope,
  permission: Permission,
): boolean {
  const session = findSession(db, sessionId, Date.now());
  if (session === null) return false;
  try {
    const now = openMemberScope(db, session.userId, scope.workspaceSlug, permission);
    const held = scope.campaigns === null ? [] : [...scope.campaigns];
    return (
      now.workspaceId === scope.workspaceId &&
      (scope.campaigns !== null || now.campaigns === null) &&
      held.every((campaignId) => includesCampaign(now, campaignId))
    );
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}
