import type { IntisharDatabase } from "#db/open-database.ts";
import { createServerKey } from "#db/queries/collections/create-server-key.ts";
import { readCollection } from "#db/queries/collections/read-collection.ts";
import { setCollection } from "#db/queries/collections/set-collection.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { openOperatorScope } from "#db/scope.ts";
import { CollectionInput } from "#lib/domain/collection.ts";

export const LANDING = "https://shop.example/offer?lang=ar";

/** A workspace whose campaign 1 collects, with a key for servers. */
export function addCollectingWorkspace(db: IntisharDatabase, { id, slug }: { id: number; slug: string }) {
  db.insert(workspaces).values({ id, slug, name: slug, zone: "UTC", createdAt: 0 }).run();
  db.insert(campaigns)
    .values({ workspaceId: id, id: 1, name: "Spring", tool: "share-button", currency: "SDG", createdAt: 0 })
    .run();
  const scope = openOperatorScope(db, slug);
  const input = CollectionInput.parse({
    ...{ targetUrl: LANDING, origins: "", cardTitle: "Spring <offer>", cardText: "", cardImage: "" },
  });
  setCollection(scope, { campaignId: 1, input, now: 0 });
  const collection = readCollection(scope, { campaignId: 1 });
  if (collection === null || collection.publicKey === null) throw new Error("the campaign does not collect");
  return {
    scope,
    collection: { ...collection, publicKey: collection.publicKey },
    serverKey: createServerKey(scope, { campaignId: 1, name: "shop", now: 0 }),
  };
}
