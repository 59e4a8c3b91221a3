import { BlockList, isIPv6 } from "node:net";

/**
 * Whether an address belongs to one of the listed proxies.
 * @param list IP addresses and CIDR ranges, already checked
 */
export function trustedProxies(list: readonly string[]): (address: string) => boolean {
  const proxies = new BlockList();
  for (const item of list) {
    const [address = "", prefix] = item.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (prefix === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(prefix), family);
  }
  return (address) => proxies.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
