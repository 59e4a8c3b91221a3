import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";

const KNOWN = "SELECT seq, import_id AS importId FROM journal";
const CAMPAIGN = "workspace_id = ? AND campaign_id = ?";
const BY_ID = `${KNOWN} WHERE ${CAMPAIGN} AND event_id = ? AND amends = ?`;
const BY_OWN_CODE = `${BY_ID} AND kind = 'share' AND code = event_id`;
const BY_CODE = `${KNOWN} INDEXED BY journal_code
  WHERE ${CAMPAIGN} AND code = ? AND amends = ? AND code <> event_id AND kind = 'share' AND label IS NULL`;
const CLAIM = `INSERT INTO journal_claims (workspace_id, campaign_id, seq, import_id) VALUES (?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;
const KEEP = `UPDATE journal SET import_id = NULL WHERE ${CAMPAIGN} AND seq = ?`;
const UNCLAIM = `DELETE FROM journal_claims WHERE ${CAMPAIGN} AND seq = ?`;

interface KnownEvent {
  readonly seq: number;
  readonly importId: number | null;
}

/**
 * Notes who else brought an event that an import had brought, so that undoing that one leaves the event in place:
 * another import has a claim to it, and what came otherwise too is nobody's to undo from now on. An import claims
 * nothing of its own.
 * @param importId null for what came otherwise
 * @param amends whether it is the event's amendment that was brought again
 */
export function claimEvent(
  client: Database.Database,
  { workspaceId, campaignId }: CampaignKey,
  { id, kind, code }: Pick<CampaignEvent, "id" | "kind" | "code">,
  { importId, amends }: { readonly importId: number | null; readonly amends: boolean },
): void {
  const find = (sql: string, name: string) =>
    prepare(client, sql).get(workspaceId, campaignId, name, amends ? 1 : 0) as KnownEvent | undefined;
  const known =
    find(BY_ID, id) ??
    (kind === "share" && code !== null ? (find(BY_OWN_CODE, code) ?? find(BY_CODE, code)) : undefined);
  if (known === undefined || known.importId === null || known.importId === importId) return;
  const record = [workspaceId, campaignId, known.seq] as const;
  if (importId !== null) prepare(client, CLAIM).run(...record, importId);
  else {
    prepare(client, KEEP).run(...record);
    prepare(client, UNCLAIM).run(...record);
  }
}
