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

const SHARE = `SELECT l.target_url AS targetUrl FROM shares s
  LEFT JOIN links l ON l.workspace_id = s.workspace_id AND l.campaign_id = s.campaign_id AND l.code = s.root
  WHERE s.workspace_id = ? AND s.campaign_id = ? AND s.code = ?`;

/**
 * The page behind a code: its link's own target, else that of the link at the root of its cascade, else the
 * campaign's. Tags for web analytics belong to the link that was handed out, not to what people pass on.
 */
export function findDestination(scope: IngestScope, code: string): Destination {
  const { $client } = databaseOf(scope);
  const { campaignId, targetUrl } = scope.collection;
  const key = [scope.workspaceId, campaignId, code] as const;
  const link = prepare($client, LINK).get(...key) as
    | { targetUrl: string | null; utm: string; isPaused: number }
    | undefined;
  if (link !== undefined)
    return {
      targetUrl: link.targetUrl ?? targetUrl,
      utm: JSON.parse(link.utm) as Utm,
      isPaused: link.isPaused === 1,
      known: true,
    };
  const share = prepare($client, SHARE).get(...key) as { targetUrl: string | null } | undefined;
  return { targetUrl: share?.targetUrl ?? targetUrl, utm: {}, isPaused: false, known: share !== undefined };
}
