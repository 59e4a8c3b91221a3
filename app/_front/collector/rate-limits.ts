import { clientNetwork, createRateLimiter } from "#app/_front/rate-limiter.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import type { CollectorLimits } from "./collector-limits.ts";

/** Counts what clients send; each answers 0 when there is room, else the seconds until there is. */
export interface RateLimits {
  readonly events: (address: string, count: number) => number;
  readonly key: (key: string, count: number) => number;
  readonly visits: (address: string) => number;
}

/** Limits by the minute, for each client's network and each key. */
export function createRateLimits(
  limits: Pick<CollectorLimits, "eventsPerAddress" | "eventsPerKey" | "visitsPerAddress">,
  options: { now?: () => number; mostKeys?: number } = {},
): RateLimits {
  const limiter = (most: number) => createRateLimiter({ ...options, most, windowMs: MINUTE });
  const events = limiter(limits.eventsPerAddress);
  const keys = limiter(limits.eventsPerKey);
  const visits = limiter(limits.visitsPerAddress);
  return {
    events: (address, count) => events.take(clientNetwork(address), count),
    key: (key, count) => keys.take(key, count),
    visits: (address) => visits.take(clientNetwork(address)),
  };
}
