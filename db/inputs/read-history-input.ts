import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { PastCascade } from "#lib/answers/forecast/live-cascades.ts";
import { cascadeTimes } from "#lib/estimators/forecast/cascade-times.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import type { InputsScope } from "./inputs-scope.ts";

/** The latest finished cascades are asked; more add time and little else. */
const MOST = 2000;
/** Seeds that brought nobody cost little: they are told apart, not read. */
const MOST_LONE = 20_000;

/**
 * The finished cascades of a whole workspace, whichever campaign they belong to: what forecasts learn from.
 * @param question.startedBy UTC milliseconds: a cascade that started by then is finished
 */
export function readHistoryInput(scope: InputsScope, { startedBy }: { startedBy: number }): PastCascade[] {
  const { workspaceId } = scope;
  const db = databaseOf(scope);
  const grown = EVENT_READS.cascadeSummaries.readGrownCascades(db, workspaceId, { startedBy, most: MOST });
  const cascades = grown.flatMap(({ campaignId, root, channel }) => {
    const shares = EVENT_READS.shares.readForestSharesOfCascade(db, { workspaceId, campaignId }, root);
    const forest = forestInput(shares);
    return cascadeTimes(forest, forest.codes).map((cascade) => ({ ...cascade, campaignId, channel }));
  });
  const from = grown.length < MOST ? 0 : (cascades.at(-1)?.startedAt ?? 0);
  const lone = EVENT_READS.cascadeSummaries.readLoneSeeds(db, workspaceId, {
    from,
    to: startedBy,
    most: MOST_LONE,
  });
  return [...cascades, ...lone.map(loneCascade)];
}

/** A seed that brought nobody belongs to what was seen: many that wait now will bring nobody either. */
function loneCascade({
  root,
  ...seed
}: ReturnType<typeof EVENT_READS.cascadeSummaries.readLoneSeeds>[number]): PastCascade {
  const [times, parent, depth] = [Float64Array.of(0), Int32Array.of(-1), Int32Array.of(0)];
  return { ...seed, id: root, times, parent, depth };
}
