import { clientNetwork, createRateLimiter } from "#app/_front/rate-limiter.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import type { CollectorLimits } from "./collector-limits.ts";
import { networkOf } from "./network-of.ts";

/** Few ask for codes that there are not. */
const MOST_GUESSERS = 10_000;

/** Counts what clients send; each answers 0 when there is room, else the seconds until there is. */
export interface RateLimits {
  readonly events: (address: string, count: number) => number;
  readonly key: (key: string, count: number) => number;
  readonly visits: (address: string) => number;
  /** Unknown codes, by /24 or /64. */
  readonly misses: (address: string, count: number) => number;
}

/** Limits by the minute, for each client's network and each key; none where the network cannot be told. */
export function createRateLimits(
  limits: Pick<
    CollectorLimits,
    "eventsPerAddress" | "eventsPerKey" | "visitsPerAddress" | "missesPerAddress"
  >,
  options: { now?: () => number; mostKeys?: number } = {},
): RateLimits {
  const limiter = (most: number) => createRateLimiter({ ...options, most, windowMs: MINUTE });
  const events = limiter(limits.eventsPerAddress);
  const keys = limiter(limits.eventsPerKey);
  const visits = limiter(limits.visitsPerAddress);
  const misses = createRateLimiter({
    ...{ mostKeys: MOST_GUESSERS, ...options },
    ...{ most: limits.missesPerAddress, windowMs: MINUTE },
  });
  return {
    events: (address, count) => (address === "" ? 0 : events.take(clientNetwork(address), count)),
    key: (key, count) => keys.take(key, count),
    visits: (address) => (address === "" ? 0 : visits.take(clientNetwork(address))),
    misses: (address, count) =>
      address === "" ? 0 : misses.take(networkOf(address, { bytes: 1, groups: 4 }), count),
  };
}
