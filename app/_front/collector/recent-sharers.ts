import { LRUCache } from "lru-cache";
import { MINUTE } from "#lib/time/lengths.ts";

const WINDOW_MS = 30 * MINUTE;
const MOST = 50_000;

/**
 * Which device minted a code, for half an hour: who opens a link of their own so soon tries it out. A household has
 * one address, and its phones may be of one make, so that it stays a doubt.
 */
export class RecentSharers {
  private readonly devices = new LRUCache<string, string>({ max: MOST, ttl: WINDOW_MS });

  note(code: string, device: string): void {
    this.devices.set(code, device);
  }

  isOwn(code: string, device: string): boolean {
    return this.devices.get(code) === device;
  }
}
