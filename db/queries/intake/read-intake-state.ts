import { EVENT_READS } from "#db/engines/registry.ts";
import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { IntakeState, IntakeTrouble } from "#lib/domain/intake-report.ts";

/** The journal is not kept by time: its end is looked at, and at most so much of it. */
const MOST_READ = 5000;

const LAST_TROUBLE = `SELECT source, outcome, reason, field, count, last_at AS lastAt FROM intake_counts
  WHERE workspace_id = ? AND campaign_id = ? AND reason <> ''
  ORDER BY last_at DESC LIMIT 1`;

/** Whether events arrive: when the latest was accepted, and what the latest that was not says. */
export function readIntakeState(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): IntakeState {
  const db = databaseOf(scope, campaignId);
  const { workspaceId } = scope;
  const trouble = prepare(db.$client, LAST_TROUBLE).get(workspaceId, campaignId) as IntakeTrouble | undefined;
  return {
    lastAcceptedAt: EVENT_READS.journal.readLastCollected(db, { workspaceId, campaignId }, MOST_READ),
    lastTrouble: trouble ?? null,
  };
}
