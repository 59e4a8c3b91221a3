import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { ORPHAN } from "#lib/cascade/forest.ts";
import { EVENT_LABELS } from "#lib/domain/event.ts";
import type { IntakeReport, IntakeTrouble, LabelCount, SourceCounts } from "#lib/domain/intake-report.ts";

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

const LABELS = `
  SELECT kind AS label, channel AS agent, sum(count) AS count FROM hourly_counts
  WHERE ${CAMPAIGN} AND kind IN (${EVENT_LABELS.map((label) => `'${label}'`).join(", ")})
  GROUP BY kind, channel ORDER BY count DESC`;

const FOREST = `
  SELECT coalesce(sum(faults & ${ORPHAN}), 0) AS orphans,
    coalesce(sum(evidence = 'unverified'), 0) AS unverified
  FROM shares WHERE ${CAMPAIGN}`;

// Two shares of one person, one hung on the other.
const SELF = `
  SELECT count(*) FROM shares s JOIN shares p
    ON p.workspace_id = s.workspace_id AND p.campaign_id = s.campaign_id AND p.root = s.root
      AND p.person = s.person AND p.code = s.parent
  WHERE s.workspace_id = @workspaceId AND s.campaign_id = @campaignId`;

const KEPT = `SELECT count(*) FROM quarantined_events WHERE ${CAMPAIGN}`;

/** What became of everything that a campaign ever received, by source and reason, and what is counted apart. */
export function readIntakeReport(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): IntakeReport {
  const { $client } = databaseOf(scope);
  const key = { workspaceId: scope.workspaceId, campaignId };
  const forest = prepare($client, FOREST).get(key) as { orphans: number; unverified: number };
  const count = (sql: string) => prepare($client, sql).pluck().get(key) as number;
  return {
    ...forest,
    sources: prepare($client, SOURCES).all(key) as SourceCounts[],
    troubles: prepare($client, TROUBLES).all(key) as IntakeTrouble[],
    labels: prepare($client, LABELS).all(key) as LabelCount[],
    selfReferrals: count(SELF),
    kept: count(KEPT),
  };
}
