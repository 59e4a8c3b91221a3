import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { PastCascade } from "#lib/answers/forecast/live-cascades.ts";
import { cascadeTimes } from "#lib/estimators/forecast/cascade-times.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import type { InputsScope } from "./inputs-scope.ts";

/** The latest finished cascades are asked; more add time and little else. */
const MOST = 2000;

/**
 * The finished cascades of a whole workspace, whichever campaign they belong to: what forecasts learn from.
 * @param question.startedBy UTC milliseconds: a cascade that started by then is finished
 */
export function readHistoryInput(scope: InputsScope, { startedBy }: { startedBy: number }): PastCascade[] {
  const { workspaceId } = scope;
  const db = databaseOf(scope);
  const grown = EVENT_READS.cascadeSummaries.readGrownCascades(db, workspaceId, { startedBy, most: MOST });
  return grown.flatMap(({ campaignId, root, channel }) => {
    const shares = EVENT_READS.shares.readForestSharesOfCascade(db, { workspaceId, campaignId }, root);
    const forest = forestInput(shares);
    return cascadeTimes(forest, forest.codes).map((cascade) => ({ ...cascade, campaignId, channel }));
  });
}
