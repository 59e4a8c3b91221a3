import { BlockList, isIPv6 } from "node:net";

const familyOf = (address: string) => (isIPv6(address) ? "ipv6" : "ipv4");

/**
 * Whether an address belongs to one of the networks of a list.
 * @param list IP addresses and CIDR ranges, already checked
 */
export function networkList(list: readonly string[]): (address: string) => boolean {
  const networks = new BlockList();
  for (const item of list) {
    const [address = "", prefix] = item.split("/");
    if (prefix === undefined) networks.addAddress(address, familyOf(address));
    else networks.addSubnet(address, Number(prefix), familyOf(address));
  }
  return (address) => networks.check(address, familyOf(address));
}
