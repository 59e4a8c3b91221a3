import { and, eq } from "drizzle-orm";
import type { InputsScope } from "#db/inputs/inputs-scope.ts";
import { experiments } from "#db/schema/experiments.ts";
import { databaseOf } from "#db/scope.ts";
import type { Experiment } from "#lib/domain/experiment.ts";

/** What was laid down of the comparison of a campaign's variants; null where nothing was. */
export function readExperiment(
  scope: InputsScope,
  { campaignId }: { campaignId: number },
): Experiment | null {
  const row = databaseOf(scope, campaignId)
    .select({ judgedOn: experiments.judgedOn, split: experiments.split })
    .from(experiments)
    .where(and(eq(experiments.workspaceId, scope.workspaceId), eq(experiments.campaignId, campaignId)))
    .get();
  return row ?? null;
}
