import { zoneOffset } from "./zone-offset.ts";

const QUARTER = 900_000;
const HOUR = 3_600_000;

/**
 * The first instant (UTC milliseconds) of a day in a zone. Where the clock skips midnight, that is the first
 * instant after the gap.
 * @param day YYYY-MM-DD
 * @param zone IANA name
 */
export function dayStart(day: string, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const near = midnight - zoneOffset(zone, midnight - zoneOffset(zone, midnight));
  for (let at = near - 2 * HOUR; at < near + 2 * HOUR; at += QUARTER) {
    if (at + zoneOffset(zone, at) >= midnight) return at;
  }
  return near;
}
