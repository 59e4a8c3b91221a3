import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import type { IntakeOutcome, IntakeResult, IntakeSource } from "#lib/domain/intake.ts";
import { EVENT_FIELDS } from "#lib/sources/column-mapping.ts";
import { HOUR } from "#lib/time/lengths.ts";

const UPSERT = `INSERT INTO intake_counts (workspace_id, campaign_id, hour, source, outcome, reason, field, count, last_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET count = count + excluded.count, last_at = max(last_at, excluded.last_at)`;

// A producer may name a field anything; what it makes up must not grow the table.
const KNOWN: ReadonlySet<string> = new Set(EVENT_FIELDS);

/** One count, to be added to its hour's, inside the caller's transaction. */
export function addIntakeCount(
  db: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  source: IntakeSource,
  at: number,
  { outcome, reason, field, count }: { outcome: IntakeOutcome; reason: string; field: string; count: number },
): void {
  const hour = Math.floor(at / HOUR);
  prepare(db.$client, UPSERT).run(workspaceId, campaignId, hour, source, outcome, reason, field, count, at);
}

/** Counts what became of events, inside the caller's transaction. */
export function countIntake(
  db: IntisharDatabase,
  key: CampaignKey,
  source: IntakeSource,
  at: number,
  results: readonly (IntakeResult | undefined)[],
): void {
  const counts = new Map<string, { outcome: IntakeOutcome; reason: string; field: string; count: number }>();
  for (const result of results) {
    if (result === undefined) continue;
    const { outcome, reason = "", field = "" } = result;
    const known = KNOWN.has(field) ? field : "";
    const name = `${outcome} ${reason} ${known}`;
    const cell = counts.get(name);
    if (cell === undefined) counts.set(name, { outcome, reason, field: known, count: 1 });
    else cell.count += 1;
  }
  for (const cell of counts.values()) addIntakeCount(db, key, source, at, cell);
}
