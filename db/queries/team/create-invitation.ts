import { and, count, eq, gt, isNull, max } from "drizzle-orm";
import { assertCampaigns } from "#db/assert-campaigns.ts";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { mintToken } from "#db/auth-store/mint-token.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { invitations } from "#db/schema/invitations.ts";
import { memberships } from "#db/schema/memberships.ts";
import { users } from "#db/schema/users.ts";
import { databaseOf } from "#db/scope.ts";
import { ConflictError } from "#lib/access/errors.ts";
import type { MembershipInput } from "#lib/access/membership.ts";
import type { Scope } from "#lib/access/scope.ts";
import { DAY } from "#lib/time/lengths.ts";

const LASTS_MS = 7 * DAY;
/** Open at a time: a workspace has no use for more, and each can be stolen. */
const MOST_OPEN = 100;

/**
 * Makes a link by which somebody joins the workspace, once within seven days.
 * @param invitation.email canonical; null: whoever holds the link
 * @param invitation.now Unix milliseconds
 * @returns the token; the database holds its hash alone
 * @throws NotFoundError when the workspace has not all of the campaigns
 * @throws ConflictError on `email` when that is a member's, or when too many invitations are open
 */
export function createInvitation(
  scope: Scope<"team.manage">,
  { email, input, now }: { email: string | null; input: MembershipInput; now: number },
): string {
  const db = databaseOf(scope);
  const { workspaceId, userId } = scope;
  const token = mintToken();
  inTransaction(db.$client, () => {
    assertCampaigns(scope, input.campaigns);
    const member = db
      .select({ userId: users.id })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .where(and(eq(users.email, email ?? ""), eq(memberships.workspaceId, workspaceId)))
      .get();
    if (member !== undefined) throw new ConflictError("email", "member");
    const isOpen = and(
      isNull(invitations.usedAt),
      isNull(invitations.revokedAt),
      gt(invitations.expiresAt, now),
    );
    const open = db
      .select({ count: count() })
      .from(invitations)
      .where(and(eq(invitations.workspaceId, workspaceId), isOpen))
      .get();
    if ((open?.count ?? 0) >= MOST_OPEN) throw new ConflictError("email", "too-many");
    const last = db
      .select({ id: max(invitations.id) })
      .from(invitations)
      .where(eq(invitations.workspaceId, workspaceId))
      .get();
    db.insert(invitations)
      .values({
        workspaceId,
        id: (last?.id ?? 0) + 1,
        tokenHash: hashToken(token),
        email,
        ...input,
        invitedBy: userId,
        createdAt: now,
        expiresAt: now + LASTS_MS,
      })
      .run();
  });
  return token;
}
