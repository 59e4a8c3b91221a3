import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import { PAST_SIGNING_KEY } from "#db/vault/sealed-columns.ts";
import { openSecret } from "#db/vault/secrets-of.ts";
import type { CollectionGrant } from "#lib/access/ingest-scope.ts";

const STILL_GOOD = `SELECT id, value, signing_key AS signingKey FROM retired_keys
  WHERE workspace_id = ? AND campaign_id = ? AND kind IN ('signing', 'stem') AND (ends_at IS NULL OR ends_at > ?)`;

/** What signed a campaign's codes before, and how they began, as far as such codes are still good. */
export function pastKeys(
  db: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  now: number,
): Pick<CollectionGrant, "pastStems" | "pastSigningKeys"> {
  const rows = prepare(db.$client, STILL_GOOD).all(workspaceId, campaignId, now) as {
    readonly id: number;
    readonly value: string | null;
    readonly signingKey: string | null;
  }[];
  return {
    pastStems: rows.flatMap(({ value }) => value ?? []),
    pastSigningKeys: rows.flatMap(({ id, signingKey }) =>
      signingKey === null
        ? []
        : (openSecret(db, { column: PAST_SIGNING_KEY, workspaceId, rowId: id }, signingKey) ?? []),
    ),
  };
}
