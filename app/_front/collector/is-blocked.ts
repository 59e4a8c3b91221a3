import { networkList } from "#app/_front/network-list.ts";
import type { CollectionGrant } from "#lib/access/ingest-scope.ts";

type Blocks = Pick<CollectionGrant, "blocked">;

const lists = new WeakMap<Blocks, (address: string) => boolean>();

/** Whether a campaign wants nothing from a client's network or from the site that its page is of. */
export function isBlocked(collection: Blocks, address: string, origin?: string): boolean {
  const { blocked } = collection;
  if (blocked.length === 0) return false;
  if (origin !== undefined && blocked.includes(origin)) return true;
  const isIn = lists.get(collection) ?? networkList(blocked.filter((value) => !value.includes("//")));
  lists.set(collection, isIn);
  return isIn(address);
}
