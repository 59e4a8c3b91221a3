import { zoneOffset } from "./zone-offset.ts";

const MINUTE = 60_000;

/** A moment (UTC milliseconds) in ISO 8601 with the offset of a zone: 2026-03-01T12:00:00+03:00. */
export function isoInZone(at: number, zone: string): string {
  const offset = zoneOffset(zone, at);
  const minutes = Math.abs(offset) / MINUTE;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const clock = new Date(at + offset).toISOString().slice(0, 19);
  return `${clock}${offset < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
