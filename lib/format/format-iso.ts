import { zoneOffset } from "#lib/time/zone-offset.ts";

/** A moment (UTC milliseconds) on the clock of an IANA zone, as ISO 8601 with its offset: 2026-03-01T03:00:00+03:00. */
export function formatIso(at: number, zone: string): string {
  const offset = zoneOffset(zone, at);
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = new Date(at + offset).toISOString().slice(0, 19);
  return `${clock}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
