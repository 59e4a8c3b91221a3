import { randomBytes } from "node:crypto";
import { and, eq, max } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { freeStem } from "#db/codes/free-stem.ts";
import { randomText } from "#db/codes/random-text.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { collections } from "#db/schema/collections.ts";
import { retiredKeys } from "#db/schema/retired-keys.ts";
import { databaseOf } from "#db/scope.ts";
import { PAST_SIGNING_KEY, PUBLIC_KEY, SIGNING_KEY } from "#db/vault/sealed-columns.ts";
import { openSecret, sealSecret } from "#db/vault/secrets-of.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";
import { PUBLIC_KEY_START } from "#lib/collect/page-protocol.ts";
import type { RotatedKey } from "#lib/domain/collection.ts";

const KEY_LENGTH = 18;
const SIGNING_BYTES = 32;

type Row = typeof collections.$inferSelect;
type Keys = Pick<Row, "stem" | "signingKey" | "publicKey" | "publicKeyHash">;

/**
 * Exchanges a key of a campaign for a new one. With the stem goes the public key, which bears it.
 * @param endsAt first instant at which the old one is good for nothing; null: never
 * @throws NotFoundError when the workspace has no such campaign, or it does not collect
 */
export function rotateKey(
  scope: Scope<"collection.manage">,
  {
    campaignId,
    kind,
    endsAt,
    now,
  }: { campaignId: number; kind: RotatedKey; endsAt: number | null; now: number },
): void {
  const db = databaseOf(scope, campaignId);
  const { workspaceId } = scope;
  const own = and(eq(collections.workspaceId, workspaceId), eq(collections.campaignId, campaignId));
  inTransaction(db.$client, () => {
    const { stem, signingKey, publicKey, publicKeyHash } = collections;
    const keys = { stem, signingKey, publicKey, publicKeyHash };
    const before = db.select(keys).from(collections).where(own).get();
    if (before === undefined) throw new NotFoundError("collection");
    const after = exchanged(scope, campaignId, before, kind);
    const retire = (what: RotatedKey, values: (id: number) => { value?: string; signingKey?: string }) => {
      const ids = db.select({ id: max(retiredKeys.id) }).from(retiredKeys);
      const id = (ids.where(eq(retiredKeys.workspaceId, workspaceId)).get()?.id ?? 0) + 1;
      db.insert(retiredKeys)
        .values({ workspaceId, campaignId, id, kind: what, retiredAt: now, endsAt, ...values(id) })
        .run();
    };
    if (after.stem !== before.stem) retire("stem", () => ({ value: before.stem }));
    if (after.publicKey !== before.publicKey)
      retire("public", () => ({ value: before.publicKeyHash ?? hashToken(before.publicKey) }));
    const signed =
      after.signingKey === before.signingKey
        ? null
        : openSecret(db, { column: SIGNING_KEY, workspaceId, rowId: campaignId }, before.signingKey);
    // What no secret opens any more has nothing to check codes with.
    if (signed !== null)
      retire("signing", (id) => ({
        signingKey: sealSecret(db, { column: PAST_SIGNING_KEY, workspaceId, rowId: id }, signed),
      }));
    db.update(collections).set(after).where(own).run();
  });
}

function exchanged(scope: Scope, campaignId: number, keys: Keys, kind: RotatedKey): Keys {
  const db = databaseOf(scope, campaignId);
  const row = { workspaceId: scope.workspaceId, rowId: campaignId };
  if (kind === "signing") {
    const signingKey = randomBytes(SIGNING_BYTES).toString("hex");
    return { ...keys, signingKey: sealSecret(db, { ...row, column: SIGNING_KEY }, signingKey) };
  }
  const stem = kind === "stem" ? freeStem(db) : keys.stem;
  const publicKey = `${PUBLIC_KEY_START}${stem}${randomText(KEY_LENGTH)}`;
  return {
    ...keys,
    stem,
    publicKey: sealSecret(db, { ...row, column: PUBLIC_KEY }, publicKey),
    publicKeyHash: hashToken(publicKey),
  };
}
