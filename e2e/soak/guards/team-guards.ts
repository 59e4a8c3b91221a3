import { guard, type NamedGuard } from "./named-guard.ts";

const SCOPE = "db/scope.ts";
const STILL = "app/_server/is-still-allowed.ts";
const INVITATION = "db/auth-store/invitation.ts";
const MEMBERSHIP = "db/auth-store/membership.ts";
const OWN_PASSWORD = "app/_server/is-own-password.ts";

/** What a team rests on: who joins, who owns, and which campaigns a client sees. */
export const TEAM_GUARDS: readonly NamedGuard[] = [
  guard(
    SCOPE,
    "client's campaigns",
    'row.role === "client" ? campaignsOf(db, row.id, userId) : null',
    "null",
  ),
  guard(
    SCOPE,
    "client's campaigns",
    'if (campaignId !== undefined && !includesCampaign(scope, campaignId)) throw new NotFoundError("campaign");',
    "",
  ),
  guard(
    SCOPE,
    "client's campaigns",
    "campaigns: campaigns === null ? null : [...campaigns]",
    "campaigns: null",
  ),
  guard(STILL, "client's campaigns", "held.every((campaignId) => includesCampaign(now, campaignId))", "true"),
  guard(STILL, "client's campaigns", "(scope.campaigns !== null || now.campaigns === null)", "true"),
  guard(INVITATION, "invitation used", "isNull(invitations.usedAt),", ""),
  guard(INVITATION, "invitation revoked", "isNull(invitations.revokedAt),", ""),
  guard(INVITATION, "invitation's end", "gt(invitations.expiresAt, now),", ""),
  guard(INVITATION, "invitation's token", "eq(invitations.tokenHash, hashToken(token)),", ""),
  guard(
    INVITATION,
    "invitation's address",
    'if (invitation.email !== null && invitation.email !== email) throw new ConflictError("email", "other");',
    "",
  ),
  guard(
    MEMBERSHIP,
    "last owner",
    'if ((owners?.count ?? 0) === 0) throw new ConflictError("role", "last-owner");',
    "",
  ),
  guard(OWN_PASSWORD, "own password", "account?.userId === id", "true"),
];
