import { and, asc, eq } from "drizzle-orm";
import { campaigns } from "#db/schema/campaigns.ts";
import { memberCampaigns, memberships } from "#db/schema/memberships.ts";
import { users } from "#db/schema/users.ts";
import { databaseOf } from "#db/scope.ts";
import type { Member } from "#lib/access/membership.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Everybody who belongs to the workspace, by address. */
export function listMembers(scope: Scope<"team.manage">): Member[] {
  const db = databaseOf(scope);
  const seen = db
    .select({ userId: memberCampaigns.userId, id: campaigns.id, name: campaigns.name })
    .from(memberCampaigns)
    .innerJoin(
      campaigns,
      and(
        eq(campaigns.workspaceId, memberCampaigns.workspaceId),
        eq(campaigns.id, memberCampaigns.campaignId),
      ),
    )
    .where(eq(memberCampaigns.workspaceId, scope.workspaceId))
    .orderBy(asc(campaigns.name))
    .all();
  const { role, joinedAt, openedAt } = memberships;
  return db
    .select({ userId: users.id, email: users.email, name: users.name, role, joinedAt, openedAt })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.workspaceId, scope.workspaceId))
    .orderBy(asc(users.email))
    .all()
    .map((member) => ({
      ...member,
      campaigns: seen.filter(({ userId }) => userId === member.userId).map(({ id, name }) => ({ id, name })),
    }));
}
