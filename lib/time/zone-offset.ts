const QUARTER = 900_000;
const DAY = 96 * QUARTER;
const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/**
 * Milliseconds to add to UTC to read the clock of `zone` (IANA name) at instant `at`, daylight saving
 * included. No zone changes its offset twice within a day, so a day whose ends agree is looked up once;
 * others change on a quarter of an hour.
 * @throws RangeError when the zone is unknown
 */
export function zoneOffset(zone: string, at: number): number {
  if (zone === "UTC") return 0;
  const day = Math.floor(at / DAY) * DAY;
  const offset = offsetAt(zone, day);
  return offset === offsetAt(zone, day + DAY) ? offset : offsetAt(zone, Math.floor(at / QUARTER) * QUARTER);
}

function offsetAt(zone: string, start: number): number {
  const key = `${zone} ${start}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(start)
      .map((p) => [p.type, Number(p.value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - start;
  if (offsets.size > 20_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, made);
  return made;
}
