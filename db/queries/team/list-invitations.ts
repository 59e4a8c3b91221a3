import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { campaigns } from "#db/schema/campaigns.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/users.ts";
import { databaseOf } from "#db/scope.ts";
import type { Invitation } from "#lib/access/membership.ts";
import type { Scope } from "#lib/access/scope.ts";

/** The workspace's invitations that are still open, the newest first. @param query.now Unix milliseconds */
export function listInvitations(scope: Scope<"team.manage">, { now }: { now: number }): Invitation[] {
  const db = databaseOf(scope);
  const names = new Map(
    db
      .select({ id: campaigns.id, name: campaigns.name })
      .from(campaigns)
      .where(eq(campaigns.workspaceId, scope.workspaceId))
      .all()
      .map(({ id, name }) => [id, name]),
  );
  const { id, email, role, createdAt, expiresAt } = invitations;
  return db
    .select({
      id,
      email,
      role,
      campaigns: invitations.campaigns,
      invitedBy: users.email,
      createdAt,
      expiresAt,
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(
      and(
        eq(invitations.workspaceId, scope.workspaceId),
        isNull(invitations.usedAt),
        isNull(invitations.revokedAt),
        gt(expiresAt, now),
      ),
    )
    .orderBy(desc(id))
    .all()
    .map((row) => ({
      ...row,
      campaigns: row.campaigns.flatMap((campaignId) => {
        const name = names.get(campaignId);
        return name === undefined ? [] : [{ id: campaignId, name }];
      }),
    }));
}
