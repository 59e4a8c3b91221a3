import { LRUCache } from "lru-cache";

/** Milliseconds in which a person follows a link once, twice by a slip of the finger. */
const WINDOW_MS = 5000;
/** From so many follows of one link within the window on, it is taken for a program that looks at what it leads to. */
export const SCANNER_FOLLOWS = 4;
const MOST = 50_000;

/**
 * Notices link scanners that call themselves browsers, by what no person does: one device that follows one link again
 * and again, faster than it can be pressed. A network of many phones of one make can look so, too; who is a person
 * there has the visit reported by the page, where a scanner runs no script. What is known is forgotten within seconds.
 */
export class ScannerWatch {
  private readonly follows = new LRUCache<string, number[]>({ max: MOST, ttl: WINDOW_MS });

  /**
   * Notes that a device followed the link of a code, and says whether that was a scanner.
   * @param now milliseconds, of a clock that only goes forward
   */
  isScanner(device: string, code: string, now: number): boolean {
    const follow = `${device} ${code}`;
    const recent = (this.follows.get(follow) ?? []).filter((at) => now - at < WINDOW_MS);
    recent.push(now);
    this.follows.set(follow, recent.slice(-SCANNER_FOLLOWS));
    return recent.length >= SCANNER_FOLLOWS;
  }
}
