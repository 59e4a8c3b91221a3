import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import type { StoredRecord } from "./records.ts";

const CAMPAIGN = "workspace_id = ? AND campaign_id = ?";
const CLAIM = `INSERT INTO journal_claims (workspace_id, campaign_id, seq, import_id) VALUES (?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;
const KEEP = `UPDATE journal SET import_id = NULL WHERE ${CAMPAIGN} AND seq = ?`;
const UNCLAIM = `DELETE FROM journal_claims WHERE ${CAMPAIGN} AND seq = ?`;

/**
 * Notes who else brought a record that an import had brought, so that undoing that one leaves the record in place:
 * another import has a claim to it, and what came otherwise too is nobody's to undo from now on. An import claims
 * nothing of its own.
 * @param importId null for what came otherwise
 */
export function claimRecord(
  client: Database.Database,
  { workspaceId, campaignId }: CampaignKey,
  known: Pick<StoredRecord, "seq" | "importId">,
  importId: number | null,
): void {
  if (known.importId === null || known.importId === importId) return;
  const record = [workspaceId, campaignId, known.seq] as const;
  if (importId !== null) prepare(client, CLAIM).run(...record, importId);
  else {
    prepare(client, KEEP).run(...record);
    prepare(client, UNCLAIM).run(...record);
  }
}
