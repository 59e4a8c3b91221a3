import { isIP } from "node:net";

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const IPV4_WITH_PORT = /^(\d+\.\d+\.\d+\.\d+):\d+$/;
const BRACKETED_IPV6 = /^\[([^\]]+)\](?::\d+)?$/;

/** Some proxies write a port behind the address, and a dual-stack socket reports IPv4 as mapped IPv6. */
export function plainAddress(text: string): string {
  const trimmed = text.trim();
  const bare = (BRACKETED_IPV6.exec(trimmed) ?? IPV4_WITH_PORT.exec(trimmed))?.[1] ?? trimmed;
  return MAPPED_IPV4.exec(bare)?.[1] ?? bare.split("%", 1)[0] ?? bare;
}

/**
 * The address of the client: the socket's, or, when that is a trusted proxy, the nearest one in
 * `X-Forwarded-For` that is not. Entries further left are the client's own words and are not read.
 */
export function clientAddress(options: {
  remoteAddress: string;
  forwardedFor: string | undefined;
  isTrusted: (address: string) => boolean;
}): string {
  let address = plainAddress(options.remoteAddress);
  const hops = (options.forwardedFor ?? "").split(",").map(plainAddress);
  while (isIP(address) !== 0 && options.isTrusted(address)) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}
