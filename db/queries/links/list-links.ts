import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ListedLink, Utm } from "#lib/domain/link.ts";

/** The links that a campaign's team handed out, the newest first, each with what came of it. */
export function listLinks(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): ListedLink[] {
  const key = { workspaceId: scope.workspaceId, campaignId };
  return EVENT_READS.links
    .readLinks(databaseOf(scope, campaignId), key)
    .map((row) => ({ ...row, utm: JSON.parse(row.utm) as Utm }));
}
