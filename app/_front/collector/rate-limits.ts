import { LRUCache } from "lru-cache";
import { MINUTE } from "#lib/time/lengths.ts";
import type { CollectorLimits } from "./collector-limits.ts";
import { networkOf } from "./network-of.ts";

/** About 20 MB; the one that was quiet for longest is forgotten first. */
const MOST_CLIENTS = 100_000;

/** Counts what clients send; each answers 0 when there is room, else the seconds until there is. */
export interface RateLimits {
  readonly events: (address: string, count: number) => number;
  readonly key: (key: string, count: number) => number;
  readonly visits: (address: string) => number;
}

/** One house has a whole /64 of IPv6. */
function household(address: string): string {
  return networkOf(address, { bytes: 0, groups: 4 });
}

/** What a client has taken of its minute, and when that ends, UTC milliseconds. */
interface Minute {
  readonly taken: number;
  readonly endsAt: number;
}

/** Limits by the minute, for so many clients at a time. They live in this process: a restart forgets them. */
export function createRateLimits(
  limits: Pick<CollectorLimits, "eventsPerAddress" | "eventsPerKey" | "visitsPerAddress">,
  { now = Date.now, mostClients = MOST_CLIENTS }: { now?: () => number; mostClients?: number } = {},
): RateLimits {
  const limiter = (most: number) => {
    const minutes = new LRUCache<string, Minute>({ max: mostClients });
    return (client: string, count: number): number => {
      const at = now();
      const known = minutes.get(client);
      const minute = known !== undefined && known.endsAt > at ? known : { taken: 0, endsAt: at + MINUTE };
      const taken = minute.taken + count;
      minutes.set(client, { ...minute, taken });
      return taken <= most ? 0 : Math.ceil((minute.endsAt - at) / 1000);
    };
  };
  const events = limiter(limits.eventsPerAddress);
  const keys = limiter(limits.eventsPerKey);
  const visits = limiter(limits.visitsPerAddress);
  return {
    events: (address, count) => events(household(address), count),
    key: keys,
    visits: (address) => visits(household(address), 1),
  };
}
