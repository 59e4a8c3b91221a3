import { and, eq } from "drizzle-orm";
import { collections } from "#db/schema/collections.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Collection } from "#lib/domain/collection.ts";

/**
 * How a campaign collects, without what signs its codes; null before anybody has said so, and for a campaign of others.
 */
export function readCollection(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): Collection | null {
  const row = databaseOf(scope)
    .select({
      campaignId: collections.campaignId,
      stem: collections.stem,
      publicKey: collections.publicKey,
      targetUrl: collections.targetUrl,
      origins: collections.origins,
      goalFrom: collections.goalFrom,
      cardTitle: collections.cardTitle,
      cardText: collections.cardText,
      cardImage: collections.cardImage,
      createdAt: collections.createdAt,
    })
    .from(collections)
    .where(and(eq(collections.workspaceId, scope.workspaceId), eq(collections.campaignId, campaignId)))
    .get();
  return row ?? null;
}
