import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { collections } from "#db/schema/collections.ts";
import { serverKeys } from "#db/schema/server-keys.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { SIGNING_KEY } from "#db/vault/sealed-columns.ts";
import { openSecret } from "#db/vault/secrets-of.ts";
import type { CollectionGrant } from "#lib/access/ingest-scope.ts";

/** How somebody outside names a campaign: by the key in its pages, by a server's secret, or by how a code begins. */
export type CollectionHolder =
  | { readonly publicKey: string }
  | { readonly serverKey: string }
  | { readonly stem: string };

/** A campaign that collects, with the workspace that owns it. */
export interface FoundCollection {
  readonly workspace: { readonly id: number; readonly slug: string; readonly zone: string };
  readonly grant: CollectionGrant;
}

/** The campaign that a holder's key or code leads to; null when it leads nowhere or was revoked. */
export function findCollection(db: IntisharDatabase, holder: CollectionHolder): FoundCollection | null {
  const isHeld = conditionOf(db, holder);
  if (isHeld === null) return null;
  const found = db
    .select({
      workspace: { id: workspaces.id, slug: workspaces.slug, zone: workspaces.zone },
      grant: {
        campaignId: collections.campaignId,
        stem: collections.stem,
        signingKey: collections.signingKey,
        targetUrl: collections.targetUrl,
        origins: collections.origins,
        goalFrom: collections.goalFrom,
        cardTitle: collections.cardTitle,
        cardText: collections.cardText,
        cardImage: collections.cardImage,
        currency: campaigns.currency,
      },
    })
    .from(collections)
    .innerJoin(workspaces, eq(workspaces.id, collections.workspaceId))
    .innerJoin(
      campaigns,
      and(eq(campaigns.workspaceId, collections.workspaceId), eq(campaigns.id, collections.campaignId)),
    )
    .where(isHeld)
    .get();
  if (found === undefined) return null;
  const { workspace, grant } = found;
  const place = { column: SIGNING_KEY, workspaceId: workspace.id, rowId: grant.campaignId };
  return { workspace, grant: { ...grant, signingKey: openSecret(db, place, grant.signingKey) } };
}

function conditionOf(db: IntisharDatabase, holder: CollectionHolder): SQL | null {
  if ("stem" in holder) return eq(collections.stem, holder.stem);
  if ("publicKey" in holder) {
    const { publicKey, publicKeyHash } = collections;
    const isPlain = and(isNull(publicKeyHash), eq(publicKey, holder.publicKey));
    return or(eq(publicKeyHash, hashToken(holder.publicKey)), isPlain) ?? null;
  }
  const key = db
    .select({ workspaceId: serverKeys.workspaceId, campaignId: serverKeys.campaignId })
    .from(serverKeys)
    .where(and(eq(serverKeys.keyHash, hashToken(holder.serverKey)), isNull(serverKeys.revokedAt)))
    .get();
  if (key === undefined) return null;
  const { workspaceId, campaignId } = key;
  return and(eq(collections.workspaceId, workspaceId), eq(collections.campaignId, campaignId)) ?? null;
}
