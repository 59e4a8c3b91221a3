import { assertCampaigns } from "#db/assert-campaigns.ts";
import { assertOwned, roleOf, setMembership } from "#db/auth-store/membership.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { databaseOf } from "#db/scope.ts";
import type { MembershipInput } from "#lib/access/membership.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Gives a member another role, or a client other campaigns.
 * @throws NotFoundError when there is no such member, or not all of the campaigns
 * @throws ConflictError when nobody would own the workspace any more
 */
export function changeMember(
  scope: Scope<"team.manage">,
  { userId, input }: { userId: number; input: MembershipInput },
): void {
  const db = databaseOf(scope);
  const key = { workspaceId: scope.workspaceId, userId };
  inTransaction(db.$client, () => {
    roleOf(db, key);
    assertCampaigns(scope, input.campaigns);
    setMembership(db, key, input);
    assertOwned(db, scope.workspaceId);
  });
}
