import { isIPv6 } from "node:net";

const GROUPS = 8;

/**
 * The network that an address is of: an IPv4 address without its last `bytes` numbers, the first `groups` groups of an
 * IPv6 address, however it is spelled. An IPv4 address mapped into IPv6 is the IPv4 address.
 */
export function networkOf(address: string, { bytes, groups }: { bytes: number; groups: number }): string {
  const all = isIPv6(address) ? groupsOf(address) : null;
  if (all !== null && !isMapped(all)) return all.slice(0, groups).join(":");
  const plain = all === null ? address : ipv4Of(all.slice(6));
  return plain
    .split(".")
    .slice(0, 4 - bytes)
    .join(".");
}

function groupsOf(address: string): string[] {
  const [head = "", tail] = withoutDots(address.toLowerCase()).split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = new Array(Math.max(0, GROUPS - first.length - last.length)).fill("0");
  const all = tail === undefined ? first : [...first, ...zeros, ...last];
  return all.map((group) => group.replace(/^0+(?=.)/, ""));
}

/** The last two groups may be spelled as four decimal numbers. */
function withoutDots(address: string): string {
  const start = address.lastIndexOf(":") + 1;
  const numbers = address.slice(start).split(".").map(Number);
  if (numbers.length !== 4) return address;
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  return `${address.slice(0, start)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

function isMapped(groups: readonly string[]): boolean {
  return groups[5] === "ffff" && groups.slice(0, 5).every((group) => group === "0");
}

function ipv4Of(groups: readonly string[]): string {
  return groups
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join(".");
}
