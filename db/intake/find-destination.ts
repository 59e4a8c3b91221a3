import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { EVENT_READS } from "#db/engines/registry.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { IngestScope } from "#lib/access/ingest-scope.ts";
import type { Utm } from "#lib/domain/link.ts";

/** Where a code leads: `known` is false when neither a link nor a share bears it yet. */
export interface Destination {
  readonly targetUrl: string;
  readonly utm: Utm;
  readonly isPaused: boolean;
  readonly known: boolean;
}

const LINK = `SELECT target_url AS targetUrl, utm, paused_at IS NOT NULL AS isPaused FROM links
  WHERE workspace_id = ? AND campaign_id = ? AND code = ?`;

/**
 * The page behind a code: its link's own target, else that of the link at the root of its cascade, else the
 * campaign's. Tags for web analytics belong to the link that was handed out, not to what people pass on.
 */
export function findDestination(scope: IngestScope, code: string): Destination {
  const { campaignId, targetUrl } = scope.collection;
  return destinationIn(databaseOf(scope), { workspaceId: scope.workspaceId, campaignId }, targetUrl, code);
}

/** The same, in a file whose schema may be an older one. @param targetUrl the campaign's page */
export function destinationIn(
  db: IntisharDatabase,
  key: CampaignKey,
  targetUrl: string,
  code: string,
): Destination {
  const link = prepare(db.$client, LINK).get(key.workspaceId, key.campaignId, code) as
    | { targetUrl: string | null; utm: string; isPaused: number }
    | undefined;
  if (link !== undefined)
    return {
      targetUrl: link.targetUrl ?? targetUrl,
      utm: JSON.parse(link.utm) as Utm,
      isPaused: link.isPaused === 1,
      known: true,
    };
  const share = EVENT_READS.links.findShareTarget(db, key, code);
  return { targetUrl: share?.targetUrl ?? targetUrl, utm: {}, isPaused: false, known: share !== undefined };
}
