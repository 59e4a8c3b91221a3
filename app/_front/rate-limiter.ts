import { LRUCache } from "lru-cache";
import { networkOf } from "./collector/network-of.ts";

/** About 20 MB. */
const MOST_KEYS = 100_000;

/** How much each key may use of something in a window of time. */
export interface RateLimiter {
  /**
   * Takes `count`, by default 1, of what a key has left. What is refused counts as well.
   * @param recall what it is known to have taken before, asked when this process knows of no window of the key
   * @returns 0 when there was room, else the whole seconds until the window ends
   */
  take(key: string, count?: number, recall?: () => Taken | null): number;
  /** Gives back one of what a key has taken in its window. */
  giveBack(key: string): void;
}

/** What a key has taken in a window, and how long that lasts. */
export interface Taken {
  readonly taken: number;
  readonly endsInMs: number;
}

interface Window {
  taken: number;
  readonly endsAt: number;
}

/**
 * Fixed windows, each begun by the first take of its key. They live in this process: a restart forgets all that
 * nobody recalls.
 * @param options.most how much a key may take in a window
 * @param options.windowMs length of a window
 * @param options.mostKeys keys remembered; beyond it the one that was quiet for longest is forgotten
 * @param options.now a clock in milliseconds that never goes back
 */
export function createRateLimiter(options: {
  most: number;
  windowMs: number;
  mostKeys?: number;
  now?: () => number;
}): RateLimiter {
  const { most, windowMs, mostKeys = MOST_KEYS, now = () => performance.now() } = options;
  const windows = new LRUCache<string, Window>({ max: mostKeys });
  const begin = (at: number, before: Taken | null): Window =>
    before === null
      ? { taken: 0, endsAt: at + windowMs }
      : { taken: before.taken, endsAt: at + before.endsInMs };
  return {
    take(key, count = 1, recall = () => null) {
      const at = now();
      const known = windows.get(key);
      const window = known !== undefined && known.endsAt > at ? known : begin(at, recall());
      window.taken += count;
      if (window !== known) windows.set(key, window);
      return window.taken <= most ? 0 : Math.ceil((window.endsAt - at) / 1000);
    },
    giveBack(key) {
      const window = windows.peek(key);
      if (window !== undefined && window.taken > 0) window.taken -= 1;
    },
  };
}

/** The network that one client has to itself: its IPv4 address, or its /64 of IPv6, which a household or a server gets whole. */
export function clientNetwork(address: string): string {
  return networkOf(address, { bytes: 0, groups: 4 });
}
