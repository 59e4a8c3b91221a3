import { and, count, eq } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { memberCampaigns, memberships } from "#db/schema/memberships.ts";
import { ConflictError, NotFoundError } from "#lib/access/errors.ts";
import type { MembershipInput } from "#lib/access/membership.ts";
import type { Role } from "#lib/access/permission.ts";

/** Who belongs to what. */
export interface MembershipKey {
  readonly workspaceId: number;
  readonly userId: number;
}

const whereKey = ({ workspaceId, userId }: MembershipKey) =>
  and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId));

/** @throws NotFoundError when the person does not belong to the workspace */
export function roleOf(db: IntisharDatabase, key: MembershipKey): Role {
  const row = db.select({ role: memberships.role }).from(memberships).where(whereKey(key)).get();
  if (row === undefined) throw new NotFoundError("member");
  return row.role;
}

/** Makes somebody a member, or another kind of member; within the caller's transaction. */
export function setMembership(
  db: IntisharDatabase,
  key: MembershipKey,
  { role, campaigns, joinedAt }: MembershipInput & { readonly joinedAt?: number },
): void {
  db.insert(memberships)
    .values({ ...key, role, joinedAt: joinedAt ?? null })
    .onConflictDoUpdate({ target: [memberships.workspaceId, memberships.userId], set: { role } })
    .run();
  const { workspaceId, userId } = memberCampaigns;
  db.delete(memberCampaigns)
    .where(and(eq(workspaceId, key.workspaceId), eq(userId, key.userId)))
    .run();
  for (const campaignId of new Set(campaigns))
    db.insert(memberCampaigns)
      .values({ ...key, campaignId })
      .run();
}

/** Ends a membership; within the caller's transaction. */
export function endMembership(db: IntisharDatabase, key: MembershipKey): void {
  db.delete(memberships).where(whereKey(key)).run();
}

/**
 * To be asked after a change, within its transaction, which the answer undoes.
 * @throws ConflictError when nobody owns the workspace any more
 */
export function assertOwned(db: IntisharDatabase, workspaceId: number): void {
  const owners = db
    .select({ count: count() })
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.role, "owner")))
    .get();
  if ((owners?.count ?? 0) === 0) throw new ConflictError("role", "last-owner");
}
