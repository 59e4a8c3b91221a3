import { clientNetwork, createRateLimiter } from "#app/_front/rate-limiter.ts";
import type { RequestHead } from "#app/_front/request-head.ts";
import { MINUTE } from "#lib/time/lengths.ts";

/** Requests to the pages that one network may make in a minute, by what they are. */
export const PAGES_PER_MINUTE = { auth: 300, report: 300, anonymous: 300 } as const;

type Kind = keyof typeof PAGES_PER_MINUTE;

/**
 * What strangers may ask of the pages, counted by their network. Members are not counted here: the line before the
 * pages serves networks in turn.
 * @param options.now a clock in milliseconds that never goes back
 * @returns 0 when there is room, else the seconds until there is
 */
export function createPageLimits(
  options: { now?: () => number } = {},
): (head: RequestHead, address: string) => number {
  const limiterOf = (kind: Kind) =>
    createRateLimiter({ ...options, most: PAGES_PER_MINUTE[kind], windowMs: MINUTE });
  const limiters = {
    auth: limiterOf("auth"),
    report: limiterOf("report"),
    anonymous: limiterOf("anonymous"),
  };
  return (head, address) => {
    const kind = kindOf(head);
    return kind === null ? 0 : limiters[kind].take(clientNetwork(address));
  };
}

function kindOf({ path, headers }: RequestHead): Kind | null {
  if (path.startsWith("/api/auth/")) return "auth";
  if (path === "/r" || path.startsWith("/r/")) return "report";
  const isMember = (headers.get("cookie") ?? []).some((cookies) => cookies.includes("intishar.session="));
  return isMember ? null : "anonymous";
}
