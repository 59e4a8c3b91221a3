import { BlockList, isIPv6 } from "node:net";
import type { CollectionGrant } from "#lib/access/ingest-scope.ts";

type Blocks = Pick<CollectionGrant, "blocked">;

const lists = new WeakMap<Blocks, BlockList>();

/** Whether a campaign wants nothing from a client's network or from the site that its page is of. */
export function isBlocked(collection: Blocks, address: string, origin?: string): boolean {
  const { blocked } = collection;
  if (blocked.length === 0) return false;
  if (origin !== undefined && blocked.includes(origin)) return true;
  const list = lists.get(collection) ?? listOf(blocked);
  lists.set(collection, list);
  return list.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

function listOf(blocked: readonly string[]): BlockList {
  const list = new BlockList();
  for (const value of blocked) {
    const [network = "", bits] = value.split("/");
    if (value.includes("//")) continue;
    const family = isIPv6(network) ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(network, family);
    else list.addSubnet(network, Number(bits), family);
  }
  return list;
}
