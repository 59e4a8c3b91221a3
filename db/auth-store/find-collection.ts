import { and, eq, gt, isNull, or } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { pastKeys } from "#db/codes/past-keys.ts";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { collectionBlocks } from "#db/schema/collection-blocks.ts";
import { collections } from "#db/schema/collections.ts";
import { retiredKeys } from "#db/schema/retired-keys.ts";
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

/**
 * The campaign that a holder's key or code leads to; null when it leads nowhere or was revoked.
 * @param now UTC milliseconds: keys that were exchanged may be good for a while
 */
export function findCollection(
  db: IntisharDatabase,
  holder: CollectionHolder,
  now: number = Date.now(),
): FoundCollection | null {
  const found = findRow(db, holder, now);
  if (found === undefined) return null;
  const { workspace, grant } = found;
  const { pausedAt, ...rest } = grant;
  const key = { workspaceId: workspace.id, campaignId: grant.campaignId };
  const blocked = db
    .select({ value: collectionBlocks.value })
    .from(collectionBlocks)
    .where(
      and(eq(collectionBlocks.workspaceId, key.workspaceId), eq(collectionBlocks.campaignId, key.campaignId)),
    )
    .all()
    .map(({ value }) => value);
  const place = { column: SIGNING_KEY, workspaceId: key.workspaceId, rowId: key.campaignId };
  const signingKey = openSecret(db, place, rest.signingKey);
  return {
    workspace,
    grant: { ...rest, ...pastKeys(db, key, now), signingKey, isPaused: pausedAt !== null, blocked },
  };
}

function findRow(db: IntisharDatabase, holder: CollectionHolder, now: number) {
  const rows = db
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
        pausedAt: collections.pausedAt,
      },
    })
    .from(collections)
    .innerJoin(workspaces, eq(workspaces.id, collections.workspaceId))
    .innerJoin(
      campaigns,
      and(eq(campaigns.workspaceId, collections.workspaceId), eq(campaigns.id, collections.campaignId)),
    );
  const named = ({ workspaceId, campaignId }: CampaignKey) =>
    rows.where(and(eq(collections.workspaceId, workspaceId), eq(collections.campaignId, campaignId))).get();
  if ("serverKey" in holder) {
    const key = db
      .select({ workspaceId: serverKeys.workspaceId, campaignId: serverKeys.campaignId })
      .from(serverKeys)
      .where(and(eq(serverKeys.keyHash, hashToken(holder.serverKey)), isNull(serverKeys.revokedAt)))
      .get();
    return key && named(key);
  }
  const isStem = "stem" in holder;
  const value = isStem ? holder.stem : hashToken(holder.publicKey);
  const retired = db
    .select({ workspaceId: retiredKeys.workspaceId, campaignId: retiredKeys.campaignId })
    .from(retiredKeys)
    .where(
      and(
        eq(retiredKeys.kind, isStem ? "stem" : "public"),
        eq(retiredKeys.value, value),
        or(isNull(retiredKeys.endsAt), gt(retiredKeys.endsAt, now)),
      ),
    )
    .get();
  if (retired !== undefined) return named(retired);
  if (isStem) return rows.where(eq(collections.stem, value)).get();
  const { publicKey, publicKeyHash } = collections;
  const isPlain = and(isNull(publicKeyHash), eq(publicKey, holder.publicKey));
  return rows.where(or(eq(publicKeyHash, value), isPlain)).get();
}
