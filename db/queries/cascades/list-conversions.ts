import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ShareConversions } from "#lib/cascade/share-conversions.ts";

/** Conversions through the shares of one cascade; shares without any are left out, a root unknown here has none. */
export function listConversions(
  scope: Scope<"campaigns.read">,
  { campaignId, root }: { readonly campaignId: number; readonly root: string },
): ShareConversions[] {
  const key = { workspaceId: scope.workspaceId, campaignId };
  return EVENT_READS.touches.readConversionsOfCascade(databaseOf(scope, campaignId), key, root);
}
