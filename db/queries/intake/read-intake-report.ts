import { EVENT_READS } from "#db/engines/registry.ts";
import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { DOUBTFUL } from "#lib/domain/event.ts";
import type { IntakeReport, IntakeTrouble, SharesApart, SourceCounts } from "#lib/domain/intake-report.ts";

const CAMPAIGN = "workspace_id = @workspaceId AND campaign_id = @campaignId";

const sumOf = (outcome: string) => `sum(CASE outcome WHEN '${outcome}' THEN count ELSE 0 END) AS ${outcome}`;

const SOURCES = `
  SELECT source, sum(count) AS received, ${["accepted", "duplicate", "quarantined", "refused"].map(sumOf).join(", ")}
  FROM intake_counts WHERE ${CAMPAIGN} GROUP BY source
  UNION ALL
  SELECT 'import', sum(received), sum(accepted), sum(duplicate), sum(quarantined), sum(refused)
  FROM imports WHERE ${CAMPAIGN} AND status <> 'undone' HAVING sum(received) > 0
  ORDER BY received DESC`;

const TROUBLES = `
  SELECT source, outcome, reason, field, sum(count) AS count, max(last_at) AS lastAt
  FROM intake_counts WHERE ${CAMPAIGN} AND reason <> ''
  GROUP BY source, outcome, reason, field ORDER BY count DESC`;

const KEPT = `SELECT count(*) FROM quarantined_events WHERE ${CAMPAIGN}`;

/** What became of everything that a campaign ever received, by source and reason, and the visits kept apart. */
export function readIntakeReport(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): Omit<IntakeReport, keyof SharesApart> {
  const db = databaseOf(scope, campaignId);
  const { $client } = db;
  const key = { workspaceId: scope.workspaceId, campaignId };
  return {
    sources: prepare($client, SOURCES).all(key) as SourceCounts[],
    troubles: prepare($client, TROUBLES).all(key) as IntakeTrouble[],
    labels: EVENT_READS.hours.countLabels(db, key),
    doubtful: EVENT_READS.hours.countOfKind(db, key, DOUBTFUL),
    kept: prepare($client, KEPT).pluck().get(key) as number,
  };
}
