import { and, eq, isNull } from "drizzle-orm";
import { invitations } from "#db/schema/invitations.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Takes an invitation back.
 * @param revocation.now Unix milliseconds
 * @throws NotFoundError when the workspace has none of that number that is still open
 */
export function revokeInvitation(
  scope: Scope<"team.manage">,
  { invitationId, now }: { invitationId: number; now: number },
): void {
  const { changes } = databaseOf(scope)
    .update(invitations)
    .set({ revokedAt: now })
    .where(
      and(
        eq(invitations.workspaceId, scope.workspaceId),
        eq(invitations.id, invitationId),
        isNull(invitations.usedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .run();
  if (changes === 0) throw new NotFoundError("invitation");
}
