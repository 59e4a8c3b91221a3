import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { freeStem } from "#db/codes/free-stem.ts";
import { randomText } from "#db/codes/random-text.ts";
import { findCampaign } from "#db/find-campaign.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { collections } from "#db/schema/collections.ts";
import { databaseOf } from "#db/scope.ts";
import { PUBLIC_KEY, SIGNING_KEY } from "#db/vault/sealed-columns.ts";
import { sealSecret } from "#db/vault/secrets-of.ts";
import type { Scope } from "#lib/access/scope.ts";
import { PUBLIC_KEY_START } from "#lib/collect/page-protocol.ts";
import type { CollectionInput } from "#lib/domain/collection.ts";

const KEY_LENGTH = 18;

/**
 * Says where a campaign's codes lead and which sites may report to it. The first time it gets its stem and its keys,
 * which it then keeps: codes that are out in the world must go on working.
 * @throws NotFoundError when the workspace has no such campaign
 */
export function setCollection(
  scope: Scope<"collection.manage">,
  { campaignId, input, now }: { campaignId: number; input: CollectionInput; now: number },
): void {
  const db = databaseOf(scope, campaignId);
  const { workspaceId } = scope;
  inTransaction(db.$client, () => {
    findCampaign(scope, campaignId);
    const { changes } = db
      .update(collections)
      .set(input)
      .where(and(eq(collections.workspaceId, workspaceId), eq(collections.campaignId, campaignId)))
      .run();
    if (changes > 0) return;
    const stem = freeStem(db);
    const publicKey = `${PUBLIC_KEY_START}${stem}${randomText(KEY_LENGTH)}`;
    const row = { workspaceId, rowId: campaignId };
    db.insert(collections)
      .values({
        ...input,
        workspaceId,
        campaignId,
        stem,
        signingKey: sealSecret(db, { ...row, column: SIGNING_KEY }, randomBytes(32).toString("hex")),
        publicKey: sealSecret(db, { ...row, column: PUBLIC_KEY }, publicKey),
        publicKeyHash: hashToken(publicKey),
        createdAt: now,
      })
      .run();
  });
}
