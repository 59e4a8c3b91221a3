import { isIPv6 } from "node:net";

const GROUPS = 8;

/**
 * The network that an address is of: an IPv4 address without its last `bytes` numbers, the first `groups` groups of an
 * IPv6 address, however it is spelled.
 */
export function networkOf(address: string, { bytes, groups }: { bytes: number; groups: number }): string {
  if (!isIPv6(address))
    return address
      .split(".")
      .slice(0, 4 - bytes)
      .join(".");
  const [head = "", tail] = address.toLowerCase().split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = new Array(Math.max(0, GROUPS - first.length - last.length)).fill("0");
  const all = tail === undefined ? first : [...first, ...zeros, ...last];
  return all
    .slice(0, groups)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
