import { zoneOffset } from "./zone-offset.ts";

/**
 * The instant (UTC milliseconds) at which a zone's clock shows a time; of a time that the clock skips or shows
 * twice, one beside it.
 * @param clock what the clock shows, as if it were UTC, in milliseconds
 * @param zone IANA name
 */
export function clockInstant(clock: number, zone: string): number {
  return clock - zoneOffset(zone, clock - zoneOffset(zone, clock));
}
