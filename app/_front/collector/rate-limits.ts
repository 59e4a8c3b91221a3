import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { CollectorLimits } from "./collector-limits.ts";
import { networkOf } from "./network-of.ts";

const WINDOW_SECONDS = 60;

/** Counts what clients send; each answers 0 when there is room, else the seconds until there is. */
export interface RateLimits {
  readonly events: (address: string, count: number) => Promise<number>;
  readonly key: (key: string, count: number) => Promise<number>;
  readonly visits: (address: string) => Promise<number>;
}

/** One house has a whole /64 of IPv6. */
function household(address: string): string {
  return networkOf(address, { bytes: 0, groups: 4 });
}

async function take(limiter: RateLimiterMemory, key: string, points: number): Promise<number> {
  try {
    await limiter.consume(key, points);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

/** Limits by the minute. They live in this process: a restart forgets them. */
export function createRateLimits(
  limits: Pick<CollectorLimits, "eventsPerAddress" | "eventsPerKey" | "visitsPerAddress">,
): RateLimits {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  const events = limiter(limits.eventsPerAddress);
  const keys = limiter(limits.eventsPerKey);
  const visits = limiter(limits.visitsPerAddress);
  return {
    events: (address, count) => take(events, household(address), count),
    key: (key, count) => take(keys, key, count),
    visits: (address) => take(visits, household(address), 1),
  };
}
