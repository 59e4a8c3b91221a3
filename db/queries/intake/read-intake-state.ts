import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { IntakeState, IntakeTrouble } from "#lib/domain/intake-report.ts";

/** The journal has no index by time; its end is read, and at most so much of it. */
const MOST_READ = 5000;

// A link that the team makes and the rows of a file are events, too, and so is what a machine fetched: none of them
// shows that collecting works.
const LAST_ACCEPTED = `SELECT max(received_at) FROM (
    SELECT received_at, source, label, amends FROM journal
    WHERE workspace_id = ? AND campaign_id = ? ORDER BY seq DESC LIMIT ${MOST_READ})
  WHERE label IS NULL AND source IN ('browser', 'server', 'redirect') AND NOT amends`;

const LAST_TROUBLE = `SELECT source, outcome, reason, field, count, last_at AS lastAt FROM intake_counts
  WHERE workspace_id = ? AND campaign_id = ? AND reason <> ''
  ORDER BY last_at DESC LIMIT 1`;

/** Whether events arrive: when the latest was accepted, and what the latest that was not says. */
export function readIntakeState(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): IntakeState {
  const { $client } = databaseOf(scope);
  const key = [scope.workspaceId, campaignId] as const;
  const trouble = prepare($client, LAST_TROUBLE).get(...key) as IntakeTrouble | undefined;
  return {
    lastAcceptedAt: prepare($client, LAST_ACCEPTED)
      .pluck()
      .get(...key) as number | null,
    lastTrouble: trouble ?? null,
  };
}
