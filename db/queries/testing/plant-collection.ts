import { collectionBlocks } from "#db/schema/collection-blocks.ts";
import { collections } from "#db/schema/collections.ts";
import { intakeCounts } from "#db/schema/intake-counts.ts";
import { links } from "#db/schema/links.ts";
import { quarantinedEvents } from "#db/schema/quarantined-events.ts";
import { serverKeys } from "#db/schema/server-keys.ts";
import { databaseOf } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Gives the campaign 1 of a workspace one of everything that collects; a mark tells whose it is. */
export function plantCollection(scope: Scope<Permission>, mark: string, count: number): void {
  const { workspaceId } = scope;
  const db = databaseOf(scope);
  const key = { workspaceId, campaignId: 1 };
  const letter = mark.charAt(0);
  db.insert(collections)
    .values({
      ...{ ...key, stem: letter.repeat(4), signingKey: mark, publicKey: `ipk_${mark}`, createdAt: 0 },
      ...{ targetUrl: `https://${mark}.example/`, origins: [`https://${mark}.example`] },
    })
    .run();
  db.insert(serverKeys)
    .values({ ...key, id: 1, name: `${mark}-key`, keyHash: mark, ending: mark, createdAt: 0 })
    .run();
  db.insert(collectionBlocks)
    .values({ ...key, id: 1, value: `https://blocked.${mark}.example`, createdAt: 0 })
    .run();
  db.insert(links)
    .values({
      ...{ ...key, id: 1, code: "common-0", name: `${mark}-link`, channel: mark, seedKind: "organic" },
      ...{ utm: {}, createdAt: 0 },
    })
    .run();
  const trouble = { source: "server", outcome: "quarantined", reason: "missing", field: "code" } as const;
  if (count > 0) {
    db.insert(intakeCounts)
      .values({ ...key, ...trouble, hour: 0, count, lastAt: count })
      .run();
    const { outcome: _outcome, ...kept } = trouble;
    db.insert(quarantinedEvents)
      .values({
        ...{ ...key, ...kept, id: 1, receivedAt: 0 },
        raw: JSON.stringify({ kind: "share", person: "late", code: `${mark}-late`, occurredAt: 1e12 }),
      })
      .run();
  }
}
