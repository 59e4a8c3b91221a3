import { and, eq, max } from "drizzle-orm";
import { mintCode } from "#db/codes/mint-code.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { countIntake } from "#db/intake/count-intake.ts";
import { collections } from "#db/schema/collections.ts";
import { links } from "#db/schema/links.ts";
import { databaseOf } from "#db/scope.ts";
import { SIGNING_KEY } from "#db/vault/sealed-columns.ts";
import { openSecret } from "#db/vault/secrets-of.ts";
import { ConflictError, NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";
import { TEAM } from "#lib/cascade/seeder.ts";
import type { LinkInput } from "#lib/domain/link.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";

/**
 * Makes a link to hand out: a code of the campaign, and with it the seed of a cascade.
 * @returns its code
 * @throws NotFoundError when the workspace has no such campaign, or it does not collect
 * @throws ConflictError when it would lead to a site that is not the campaign's, or the key that signs its code is
 * sealed with a secret that was lost
 */
export function createLink(
  scope: Scope<"collection.manage">,
  { campaignId, input, now }: { campaignId: number; input: LinkInput; now: number },
): string {
  const db = databaseOf(scope, campaignId);
  const { workspaceId, userId } = scope;
  return inTransaction(db.$client, () => {
    const collection = db
      .select()
      .from(collections)
      .where(and(eq(collections.workspaceId, workspaceId), eq(collections.campaignId, campaignId)))
      .get();
    if (collection === undefined) throw new NotFoundError("collection");
    const isOwn = input.targetUrl === null || collection.origins.includes(new URL(input.targetUrl).origin);
    if (!isOwn) throw new ConflictError("targetUrl", "foreign-site");
    const place = { column: SIGNING_KEY, workspaceId, rowId: campaignId };
    const signingKey = openSecret(db, place, collection.signingKey);
    if (signingKey === null) throw new ConflictError("name", "sealed");
    const code = mintCode({ stem: collection.stem, signingKey });
    const last = db
      .select({ id: max(links.id) })
      .from(links)
      .where(eq(links.workspaceId, workspaceId))
      .get();
    db.insert(links)
      .values({
        ...input,
        workspaceId,
        campaignId,
        id: (last?.id ?? 0) + 1,
        code,
        createdBy: userId,
        createdAt: now,
      })
      .run();
    const { channel, seedKind } = input;
    const seed = {
      ...BLANK_EVENT,
      id: `link:${code}`,
      kind: "share",
      person: TEAM,
      code,
      channel,
      seedKind,
    } as const;
    const key = { workspaceId, campaignId };
    const delivery = { source: "team", importId: null, receivedAt: now, online: true } as const;
    eventStoreOf(db).append(key, [{ ...seed, occurredAt: now }], delivery);
    countIntake(db, key, "team", now, [{ outcome: "accepted" }]);
    return code;
  });
}
