import { and, eq } from "drizzle-orm";
import { EVENT_READS } from "#db/engines/registry.ts";
import { findCampaign } from "#db/find-campaign.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { experiments } from "#db/schema/experiments.ts";
import { databaseOf } from "#db/scope.ts";
import { ConflictError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ExperimentInput } from "#lib/domain/experiment.ts";
import { dayAfter } from "#lib/time/days.ts";
import { dayStart } from "#lib/time/zone-clock.ts";

/**
 * Lays down when a campaign's variants are compared, and how its seeds are to be split over them. The day stands once
 * the first seed with a variant is planted: a day chosen, moved or dropped after a look makes the p of one day a lie.
 * @throws NotFoundError when the workspace has no such campaign
 * @throws ConflictError on `judgedOn`: `begun` when there are seeds with a variant, `past` for a day that is over
 */
export function setExperiment(
  scope: Scope<"campaigns.write">,
  { campaignId, input, now }: { campaignId: number; input: ExperimentInput; now: number },
): void {
  const db = databaseOf(scope, campaignId);
  const { workspaceId, zone } = scope;
  const { judgedOn, split } = input;
  inTransaction(db.$client, () => {
    findCampaign(scope, campaignId);
    const row = db
      .select({ judgedOn: experiments.judgedOn })
      .from(experiments)
      .where(and(eq(experiments.workspaceId, workspaceId), eq(experiments.campaignId, campaignId)))
      .get();
    const stands = row?.judgedOn ?? null;
    if (judgedOn !== stands) {
      if (EVENT_READS.cascades.hasVariants(db, { workspaceId, campaignId }))
        throw new ConflictError("judgedOn", "begun");
      if (judgedOn !== null && dayStart(dayAfter(judgedOn), zone) <= now)
        throw new ConflictError("judgedOn", "past");
    }
    const values = { judgedOn, split, changedAt: now };
    db.insert(experiments)
      .values({ workspaceId, campaignId, ...values })
      .onConflictDoUpdate({ target: [experiments.workspaceId, experiments.campaignId], set: values })
      .run();
  });
}
