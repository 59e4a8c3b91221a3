import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { campaigns } from "#db/schema/campaigns.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";

const MOST = 200;

/** The campaigns of a workspace that are not archived, with their currency, by name; two hundred at most. */
export function listCampaignNames(
  scope: Scope<"campaigns.read">,
): { id: number; name: string; currency: string | null }[] {
  return databaseOf(scope)
    .select({ id: campaigns.id, name: campaigns.name, currency: campaigns.currency })
    .from(campaigns)
    .where(
      and(
        eq(campaigns.workspaceId, scope.workspaceId),
        isNull(campaigns.archivedAt),
        scope.campaigns === null ? undefined : inArray(campaigns.id, [...scope.campaigns]),
      ),
    )
    .orderBy(asc(campaigns.name))
    .limit(MOST)
    .all();
}
