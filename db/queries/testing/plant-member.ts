import type { IntisharDatabase } from "#db/open-database.ts";
import { memberships } from "#db/schema/memberships.ts";
import { users } from "#db/schema/users.ts";
import type { Role } from "#lib/access/permission.ts";

/**
 * Gives a workspace one more member: somebody who has an account, and no other workspace.
 * @param member.passwordHash as hashPassword returns it; without it nobody can sign in as them
 * @returns the id of the account
 */
export function plantMember(
  db: IntisharDatabase,
  member: { workspaceId: number; role: Role; email?: string; passwordHash?: string },
): number {
  const { workspaceId, role, email = `${role}@w${workspaceId}.example`, passwordHash = "" } = member;
  const user = db
    .insert(users)
    .values({ email, passwordHash, createdAt: 0 })
    .returning({ id: users.id })
    .get();
  db.insert(memberships).values({ workspaceId, userId: user.id, role }).run();
  return user.id;
}
