import { unknownPasswordHash } from "#db/auth-store/hash-password.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { memberCampaigns, memberships } from "#db/schema/memberships.ts";
import { users } from "#db/schema/users.ts";
import type { Role } from "#lib/access/permission.ts";

/**
 * Gives a workspace one more member: somebody who has an account, and no other workspace.
 * @param member.campaigns what a client sees; left out: the first
 * @param member.passwordHash as hashPassword returns it; without it nobody can sign in as them
 * @returns the id of the account
 */
export function plantMember(
  db: IntisharDatabase,
  member: {
    workspaceId: number;
    role: Role;
    email?: string;
    passwordHash?: string;
    campaigns?: readonly number[];
  },
): number {
  const {
    workspaceId,
    role,
    email = `${role}@w${workspaceId}.example`,
    campaigns = role === "client" ? [1] : [],
    passwordHash = unknownPasswordHash(),
  } = member;
  const user = db
    .insert(users)
    .values({ email, passwordHash, createdAt: 0 })
    .returning({ id: users.id })
    .get();
  db.insert(memberships).values({ workspaceId, userId: user.id, role }).run();
  for (const campaignId of campaigns)
    db.insert(memberCampaigns).values({ workspaceId, userId: user.id, campaignId }).run();
  return user.id;
}
