import type { InputsScope } from "#db/inputs/inputs-scope.ts";
import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Life } from "#lib/query/resolve-query.ts";
import { HOUR } from "#lib/time/lengths.ts";

const EDGE = `SELECT hour FROM hourly_counts WHERE workspace_id = ? AND campaign_id = ? ORDER BY hour`;

/** From the hour of a campaign's first event to the end of that of its last; null before the first. */
export function readLife(scope: InputsScope, { campaignId }: { campaignId: number }): Life | null {
  const { $client } = databaseOf(scope);
  const key = [scope.workspaceId, campaignId] as const;
  const first = prepare($client, `${EDGE} LIMIT 1`)
    .pluck()
    .get(...key) as number | undefined;
  const last = prepare($client, `${EDGE} DESC LIMIT 1`)
    .pluck()
    .get(...key) as number | undefined;
  if (first === undefined || last === undefined) return null;
  return { first: first * HOUR, last: (last + 1) * HOUR - 1 };
}
