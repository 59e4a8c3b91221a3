import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";

const BY_ID = `SELECT seq, import_id AS importId FROM journal
  WHERE workspace_id = ? AND campaign_id = ? AND event_id = ? AND amends = 0`;
const BY_CODE = `SELECT seq, import_id AS importId FROM journal INDEXED BY journal_code
  WHERE workspace_id = ? AND campaign_id = ? AND code = ? AND code <> event_id AND kind = 'share' AND amends = 0`;
const CLAIM = `INSERT INTO journal_claims (workspace_id, campaign_id, seq, import_id) VALUES (?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;

interface KnownEvent {
  readonly seq: number;
  readonly importId: number | null;
}

/**
 * Notes that an import brought an event which another import had brought before, so that undoing that one leaves the
 * event in place. What did not come from a file is never undone, and an import claims nothing of its own.
 */
export function claimEvent(
  client: Database.Database,
  { workspaceId, campaignId }: CampaignKey,
  { id, kind, code }: Pick<CampaignEvent, "id" | "kind" | "code">,
  importId: number,
): void {
  const find = (sql: string, name: string) =>
    prepare(client, sql).get(workspaceId, campaignId, name) as KnownEvent | undefined;
  const known =
    find(BY_ID, id) ??
    (kind === "share" && code !== null ? (find(BY_ID, code) ?? find(BY_CODE, code)) : undefined);
  if (known === undefined || known.importId === null || known.importId === importId) return;
  prepare(client, CLAIM).run(workspaceId, campaignId, known.seq, importId);
}
