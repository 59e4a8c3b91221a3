import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { setMembership } from "#db/auth-store/membership.ts";
import { inTransaction } from "#db/in-transaction.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { invitations } from "#db/schema/invitations.ts";
import { memberships } from "#db/schema/memberships.ts";
import { users } from "#db/schema/users.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { ConflictError, NotFoundError } from "#lib/access/errors.ts";
import type { Role } from "#lib/access/permission.ts";

/** What an invitation that is open leads to. */
export interface OpenInvitation {
  readonly workspaceId: number;
  readonly id: number;
  readonly workspaceSlug: string;
  readonly workspaceName: string;
  readonly role: Role;
  readonly campaigns: readonly number[];
  /** Canonical; null: whoever holds the link. */
  readonly email: string | null;
}

/**
 * The invitation of a link. Null alike for one that never was, was used, has run out or was taken back.
 * @param now Unix milliseconds
 */
export function findInvitation(db: IntisharDatabase, token: string, now: number): OpenInvitation | null {
  const { workspaceId, id, role, email } = invitations;
  const row = db
    .select({
      workspaceId,
      id,
      role,
      email,
      campaigns: invitations.campaigns,
      workspaceSlug: workspaces.slug,
      workspaceName: workspaces.name,
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, workspaceId))
    .where(
      and(
        eq(invitations.tokenHash, hashToken(token)),
        isNull(invitations.usedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .get();
  return row ?? null;
}

/** The invitations that name an address, found without their links: for whom somebody else vouches. */
function openFor(db: IntisharDatabase, email: string, now: number): OpenInvitation[] {
  const { workspaceId, id, role, campaigns: invited } = invitations;
  return db
    .select({
      ...{ workspaceId, id, role, campaigns: invited, email: invitations.email },
      ...{ workspaceSlug: workspaces.slug, workspaceName: workspaces.name },
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, workspaceId))
    .where(
      and(
        eq(invitations.email, email),
        isNull(invitations.usedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .all();
}

/** Whether an address is invited to any workspace. @param email canonical */
export function isInvited(db: IntisharDatabase, email: string, now: number): boolean {
  return openFor(db, email, now).length > 0;
}

/**
 * Makes an account a member of whatever its verified address is invited to, and spends those invitations; within the
 * caller's transaction.
 */
export function joinByAddress(
  db: IntisharDatabase,
  { userId, email, now }: { userId: number; email: string; now: number },
): void {
  for (const invitation of openFor(db, email, now)) {
    const isIt = and(eq(memberships.workspaceId, invitation.workspaceId), eq(memberships.userId, userId));
    const member = db.select({ role: memberships.role }).from(memberships).where(isIt).get();
    if (member === undefined) spend(db, invitation, { userId, now });
  }
}

interface Joining {
  readonly token: string;
  /** Unix milliseconds. */
  readonly now: number;
}

/**
 * Makes an account a member by its invitation, and spends that.
 * @returns slug of the workspace
 * @throws NotFoundError when the invitation is not open any more, or is for another address
 * @throws ConflictError on `member` when the account belongs to the workspace already: the invitation stays
 */
export function joinWorkspace(
  db: IntisharDatabase,
  { token, now, userId }: Joining & { userId: number },
): string {
  return inTransaction(db.$client, () => {
    const account = db.select({ email: users.email }).from(users).where(eq(users.id, userId)).get();
    const invitation = findInvitation(db, token, now);
    if (account === undefined || invitation === null) throw new NotFoundError("invitation");
    if (invitation.email !== null && invitation.email !== account.email)
      throw new NotFoundError("invitation");
    const member = db
      .select({ role: memberships.role })
      .from(memberships)
      .where(and(eq(memberships.workspaceId, invitation.workspaceId), eq(memberships.userId, userId)))
      .get();
    if (member !== undefined) throw new ConflictError("member", "already");
    spend(db, invitation, { userId, now });
    return invitation.workspaceSlug;
  });
}

/**
 * Makes an account, and it a member by its invitation: all of it or nothing.
 * @param joining.email canonical
 * @param joining.passwordHash as `hashPassword` returns it
 * @throws NotFoundError when the invitation is not open any more
 * @throws ConflictError on `email` when the invitation is for another address, or an account has it
 */
export function joinAsNew(
  db: IntisharDatabase,
  joining: Joining & { email: string; name: string | null; passwordHash: string },
): { readonly userId: number; readonly workspaceSlug: string } {
  const { token, email, name, passwordHash, now } = joining;
  return inTransaction(db.$client, () => {
    const invitation = findInvitation(db, token, now);
    if (invitation === null) throw new NotFoundError("invitation");
    if (invitation.email !== null && invitation.email !== email) throw new ConflictError("email", "other");
    const taken = db.select({ id: users.id }).from(users).where(eq(users.email, email)).get();
    if (taken !== undefined) throw new ConflictError("email", "taken");
    const { id: userId } = db
      .insert(users)
      .values({ email, name, passwordHash, createdAt: now })
      .returning({ id: users.id })
      .get();
    spend(db, invitation, { userId, now });
    return { userId, workspaceSlug: invitation.workspaceSlug };
  });
}

function spend(
  db: IntisharDatabase,
  { workspaceId, id, role, campaigns: invited }: OpenInvitation,
  { userId, now }: { userId: number; now: number },
): void {
  // Some may have gone since the invitation was made.
  const left = db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, workspaceId), inArray(campaigns.id, [...invited])))
    .all();
  const seen = left.map((campaign) => campaign.id);
  setMembership(db, { workspaceId, userId }, { role, campaigns: seen, joinedAt: now });
  db.update(invitations)
    .set({ usedAt: now, usedBy: userId })
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id)))
    .run();
}
