import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/in-transaction.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CampaignInput } from "#lib/domain/campaign.ts";
import { assertNameFree } from "./assert-name-free.ts";

/**
 * Replaces what people said about a campaign; its events stay.
 * @throws NotFoundError when the workspace has no such campaign
 * @throws ConflictError when another campaign bears the name
 */
export function editCampaign(
  scope: Scope<"campaigns.write">,
  edit: { campaignId: number; input: CampaignInput },
): void {
  const db = databaseOf(scope);
  inTransaction(db.$client, () => {
    assertNameFree(scope, { name: edit.input.name, exceptId: edit.campaignId });
    const { changes } = db
      .update(campaigns)
      .set(edit.input)
      .where(and(eq(campaigns.workspaceId, scope.workspaceId), eq(campaigns.id, edit.campaignId)))
      .run();
    if (changes === 0) throw new NotFoundError("campaign");
  });
}
