import { eq, sql } from "drizzle-orm";
import { inTransaction } from "#db/in-transaction.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CampaignInput } from "#lib/domain/campaign.ts";
import { assertNameFree } from "./assert-name-free.ts";

/**
 * Adds a campaign and returns its id, the next of its workspace.
 * @throws ConflictError when the workspace has a campaign of that name, archived ones included
 */
export function createCampaign(
  scope: Scope<"campaigns.write">,
  campaign: { input: CampaignInput; simulated?: boolean; now: number },
): number {
  const db = databaseOf(scope);
  const { workspaceId } = scope;
  return inTransaction(db.$client, () => {
    assertNameFree(scope, { name: campaign.input.name, exceptId: 0 });
    const next = db
      .select({ id: sql<number>`coalesce(max(${campaigns.id}), 0) + 1` })
      .from(campaigns)
      .where(eq(campaigns.workspaceId, workspaceId))
      .get();
    const id = next?.id ?? 1;
    const simulated = campaign.simulated ?? false;
    db.insert(campaigns)
      .values({ ...campaign.input, workspaceId, id, simulated, createdAt: campaign.now })
      .run();
    return id;
  });
}
