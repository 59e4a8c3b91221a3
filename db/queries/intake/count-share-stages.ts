import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ShareStages } from "#lib/domain/intake-report.ts";

const COUNTED = `SELECT coalesce(sum(count), 0) FROM hourly_counts
  WHERE workspace_id = ? AND campaign_id = ? AND kind = ?`;

// A share is confirmed by whoever came of it, whether that visit or the next share was recorded.
const CONFIRMED = `SELECT count(*) FROM shares s
  LEFT JOIN touches t ON t.workspace_id = s.workspace_id AND t.campaign_id = s.campaign_id AND t.code = s.code
  WHERE s.workspace_id = ? AND s.campaign_id = ? AND (s.children > 0 OR t.visits > 0)`;

/** How far a campaign's shares got. Most networks do not tell whether a share was sent, so the middle one is a floor. */
export function countShareStages(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): ShareStages {
  const { $client } = databaseOf(scope);
  const key = [scope.workspaceId, campaignId] as const;
  const counted = (kind: string) =>
    prepare($client, COUNTED)
      .pluck()
      .get(...key, kind) as number;
  const confirmed = prepare($client, CONFIRMED)
    .pluck()
    .get(...key) as number;
  return { intended: counted("share"), delivered: counted("delivery"), confirmed };
}
