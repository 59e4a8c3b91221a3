import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { PastCascade } from "#lib/answers/forecast/live-cascades.ts";
import type { ForestShare } from "#lib/cascade/share-row.ts";
import { cascadeTimes } from "#lib/estimators/forecast/cascade-times.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import type { InputsScope } from "./inputs-scope.ts";

/** The latest finished cascades are asked; more add time and little else. */
const MOST = 2000;

const ROOTS = `
  SELECT campaign_id AS campaignId, root, channel FROM cascades
  WHERE workspace_id = ? AND seeded AND size > 1 AND started_at <= ?
  ORDER BY started_at DESC, campaign_id, root LIMIT ${MOST}`;

const SHARES = `
  SELECT code, via, evidence, person, channel, mode, seed_kind AS seedKind, variant, at FROM shares
  WHERE workspace_id = ? AND campaign_id = ? AND root = ?`;

/**
 * The finished cascades of a whole workspace, whichever campaign they belong to: what forecasts learn from.
 * @param question.startedBy UTC milliseconds: a cascade that started by then is finished
 */
export function readHistoryInput(scope: InputsScope, { startedBy }: { startedBy: number }): PastCascade[] {
  const client = databaseOf(scope).$client;
  const roots = prepare(client, ROOTS).all(scope.workspaceId, startedBy) as {
    campaignId: number;
    root: string;
    channel: string;
  }[];
  const shares = prepare(client, SHARES);
  return roots.flatMap(({ campaignId, root, channel }) => {
    const forest = forestInput(shares.all(scope.workspaceId, campaignId, root) as ForestShare[]);
    return cascadeTimes(forest, forest.codes).map((cascade) => ({ ...cascade, channel }));
  });
}
