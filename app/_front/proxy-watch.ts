import { isIP } from "node:net";
import { clientAddress, plainAddress } from "#app/_front/client-address.ts";
import type { Failure } from "#app/_front/failure-line.ts";
import { networkList } from "#app/_front/network-list.ts";
import type { RequestHead } from "#app/_front/request-head.ts";

/** Where proxies write whom they speak for: each names one address, or several of which the last is the nearest. */
const CLIENT_HEADERS = [
  "x-forwarded-for",
  "forwarded",
  "x-real-ip",
  "cf-connecting-ip",
  "true-client-ip",
  "fastly-client-ip",
  "x-client-ip",
  "x-cluster-client-ip",
];
/** What only a proxy says. */
const FORWARDING = [...CLIENT_HEADERS, "via", "cf-ray", "x-forwarded-host", "x-forwarded-proto"];

/** RFC 7239: `for=192.0.2.60;proto=http`, an IPv6 address in brackets and quotation marks. */
const FORWARDED_FOR = /(?:^|;)\s*for\s*=\s*"?([^";]+)/i;

/** Networks that no stranger on the Internet can speak from: only a proxy there can speak for one. */
const isInside = networkList([
  "127.0.0.0/8",
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "169.254.0.0/16",
  "100.64.0.0/10",
  "::1",
  "fc00::/7",
  "fe80::/10",
]);

/** Who asks, as far as it can be told. */
export interface Caller {
  /** The client's address, on the word of nobody but listed proxies. */
  readonly address: string;
  /** Under which address the caller's share of a limit is counted; empty: it cannot be told, and there is no limit. */
  readonly limitedAs: string;
  /** The address whose network tells one visitor from another; empty: it cannot be told. */
  readonly visitor: string;
}

interface ProxyWatchOptions {
  /** TRUSTED_PROXIES. */
  readonly trusted: readonly string[];
  readonly protocol: "http" | "https";
  readonly log: (failure: Failure) => void;
}

/**
 * Tells callers apart, and notices a proxy that TRUSTED_PROXIES does not list: to all limits and labels everybody behind
 * it would be one visitor. It says so once in the log, and holds its verdicts back for what came through it. Where a
 * stranger could only pretend to be a proxy, nothing is noticed and limits stay.
 */
export class ProxyWatch {
  private readonly isTrusted: (address: string) => boolean;
  private found: string | null = null;

  constructor(private readonly options: ProxyWatchOptions) {
    this.isTrusted = networkList(options.trusted);
    // Intishar itself speaks no TLS.
    if (options.protocol === "https" && options.trusted.length === 0)
      this.note("BASE_URL is https, so a proxy stands before this server, and TRUSTED_PROXIES lists none");
  }

  /** Whether a proxy was noticed that TRUSTED_PROXIES should list. */
  get isUnlisted(): boolean {
    return this.found !== null;
  }

  callerOf(remoteAddress: string, { headers }: RequestHead): Caller {
    const forwardedFor = headers.get("x-forwarded-for")?.join(",");
    const address = clientAddress({ remoteAddress, forwardedFor, isTrusted: this.isTrusted });
    const peer = plainAddress(remoteAddress);
    if (this.isTrusted(peer)) return this.behindTrusted(address, forwardedFor ?? "");
    if (!FORWARDING.some((name) => headers.has(name)))
      return { address, limitedAs: address, visitor: address };
    const claimed = claimedIn(headers);
    if (!isNear(peer)) return { address, limitedAs: address, visitor: claimed };
    this.noteProxy(peer);
    return { address, limitedAs: claimed, visitor: claimed };
  }

  /** A listed proxy may name one that is not listed, and that one somebody else: it stands between the two. */
  private behindTrusted(address: string, forwardedFor: string): Caller {
    const hops = forwardedFor.includes(",") ? forwardedFor.split(",").map(plainAddress) : [];
    const before = hops[hops.lastIndexOf(address) - 1] ?? "";
    if (isIP(before) === 0 || !isNear(address)) return { address, limitedAs: address, visitor: address };
    this.noteProxy(address);
    return { address, limitedAs: address, visitor: before };
  }

  private noteProxy(address: string): void {
    this.note(`requests come through a proxy at ${address} that TRUSTED_PROXIES does not list`);
  }

  private note(what: string): void {
    if (this.found !== null) return;
    this.found = what;
    this.options.log({
      event: "unlisted-proxy",
      error: new Error(
        `${what}: until it does, visitors are not told apart as they should, and a stranger's wrong passwords keep everybody out`,
      ),
    });
  }
}

function isNear(address: string): boolean {
  return isIP(address) !== 0 && isInside(address);
}

/** Whom a proxy says that it speaks for; "" where it says no address. */
function claimedIn(headers: RequestHead["headers"]): string {
  for (const name of CLIENT_HEADERS) {
    const last = headers.get(name)?.join(",").split(",").pop();
    if (last === undefined) continue;
    const address = plainAddress(name === "forwarded" ? (FORWARDED_FOR.exec(last)?.[1] ?? "") : last);
    if (isIP(address) !== 0) return address;
  }
  return "";
}
