import { and, eq } from "drizzle-orm";
import { collections } from "#db/schema/collections.ts";
import { databaseOf } from "#db/scope.ts";
import { PUBLIC_KEY, SIGNING_KEY } from "#db/vault/sealed-columns.ts";
import { openSecret } from "#db/vault/secrets-of.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Collection } from "#lib/domain/collection.ts";

/**
 * How a campaign collects, without what signs its codes; null before anybody has said so, and for a campaign of others.
 */
export function readCollection(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): Collection | null {
  const db = databaseOf(scope, campaignId);
  const row = db
    .select({
      campaignId: collections.campaignId,
      stem: collections.stem,
      publicKey: collections.publicKey,
      signingKey: collections.signingKey,
      targetUrl: collections.targetUrl,
      origins: collections.origins,
      goalFrom: collections.goalFrom,
      cardTitle: collections.cardTitle,
      cardText: collections.cardText,
      cardImage: collections.cardImage,
      createdAt: collections.createdAt,
      pausedAt: collections.pausedAt,
    })
    .from(collections)
    .where(and(eq(collections.workspaceId, scope.workspaceId), eq(collections.campaignId, campaignId)))
    .get();
  if (row === undefined) return null;
  const { signingKey, publicKey, ...rest } = row;
  const place = { workspaceId: scope.workspaceId, rowId: campaignId };
  return {
    ...rest,
    publicKey: openSecret(db, { ...place, column: PUBLIC_KEY }, publicKey),
    canSign: openSecret(db, { ...place, column: SIGNING_KEY }, signingKey) !== null,
  };
}
