import { capText } from "#db/cap-text.ts";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import { redactRaw } from "#lib/collect/redact-raw.ts";
import type { IntakeSource } from "#lib/domain/intake.ts";
import type { IntakeItem } from "./intake.ts";

export type FaultyItem = Extract<IntakeItem, { raw: string }>;

/** Rows that a campaign's quarantine holds; what comes beyond is counted, and its bytes are not kept. */
export const QUARANTINE_ROWS = 10_000;
const RAW_MAX = 4096;
const FIELD_MAX = 60;

const STATE = `SELECT count(*) AS rows, coalesce(max(id), 0) AS last FROM quarantined_events
  WHERE workspace_id = ? AND campaign_id = ?`;
const INSERT = `INSERT INTO quarantined_events (workspace_id, campaign_id, id, source, reason, field, raw, received_at, label)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Keeps what could not become an event, inside the caller's transaction: its text, redacted, up to 4,096 characters. */
export function quarantineItems(
  db: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  source: IntakeSource,
  receivedAt: number,
  items: readonly FaultyItem[],
): void {
  if (items.length === 0) return;
  const state = prepare(db.$client, STATE).get(workspaceId, campaignId) as { rows: number; last: number };
  const insert = prepare(db.$client, INSERT);
  for (const [i, { fault, raw, label = null }] of items
    .slice(0, Math.max(0, QUARANTINE_ROWS - state.rows))
    .entries()) {
    const { reason, field } = fault;
    const text = capText(redactRaw(raw), RAW_MAX);
    const id = state.last + i + 1;
    insert.run(
      workspaceId,
      campaignId,
      id,
      source,
      reason,
      field.slice(0, FIELD_MAX),
      text,
      receivedAt,
      label,
    );
  }
}
