import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { orphanLine } from "#lib/domain/orphan-line.ts";
import { WARNED_ABOVE } from "#lib/estimators/orphan-bound.ts";

/**
 * Says on standard error that many shares of a campaign lost their parent, and how much too low K may be for it.
 * @returns whether there was anything to say
 */
export function warnOfOrphans(
  scope: Scope<"campaigns.read">,
  { campaignId }: { readonly campaignId: number },
): boolean {
  const { shares, linked, orphans, children } = EVENT_READS.shares.countLinks(databaseOf(scope, campaignId), {
    workspaceId: scope.workspaceId,
    campaignId,
  });
  if (orphans <= WARNED_ABOVE * shares) return false;
  const known = children === 0 ? null : { factor: (children + orphans) / children };
  process.stderr.write(`${orphanLine(orphans / shares, linked === 0 ? "no-links" : known)}\n`);
  return true;
}
