import { prepare } from "#db/engines/sqlite/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { type CountsInput, stepWindow } from "#lib/inputs/counts-input.ts";

const STARTED = `SELECT min(started_at) FROM cascades
  WHERE workspace_id = ? AND campaign_id = ? AND started_at <= ?`;

// Not from the counts by hour: the days of some zones begin at half past one.
const TIMES = "SELECT at FROM shares WHERE workspace_id = ? AND campaign_id = ? AND at >= ? AND at <= ?";

/** Steps are at most a day long, and zones at most a day apart from UTC. */
const MARGIN = 2 * 86_400_000;
const LENGTH = { hour: 3_600_000, day: 86_400_000 } as const;

/**
 * Shares by step of the workspace's clock over the window that growth is read from.
 * @param question.asOf UTC milliseconds
 */
export function readCountsInput(
  scope: Scope<"campaigns.read">,
  { campaignId, asOf }: { campaignId: number; asOf: number },
): CountsInput {
  const { $client } = databaseOf(scope);
  const key = [scope.workspaceId, campaignId] as const;
  const startedAt = prepare($client, STARTED)
    .pluck()
    .get(...key, asOf) as number | null;
  const { grain, first, steps, stepOf } = stepWindow(startedAt ?? asOf, asOf, scope.zone);
  const counts = new Array<number>(steps).fill(0);
  const from = first * LENGTH[grain] - MARGIN;
  for (const at of prepare($client, TIMES)
    .pluck()
    .iterate(...key, from, asOf) as Iterable<number>) {
    const step = stepOf(at) - first;
    if (step >= 0 && step < steps) counts[step] = (counts[step] ?? 0) + 1;
  }
  return { grain, counts };
}
