import type { ColumnMapping } from "../column-mapping.ts";
import { isClock, isDay } from "./read-written.ts";

const DAY_NAME = /date|day|تاريخ|يوم/i;
const CLOCK_NAME = /time|hour|clock|وقت|ساعة/i;

/**
 * Finds out from the first rows whether the day and the time of day stand in two columns, and maps both.
 * @param sample first rows, their fields in the order of the header
 */
export function pairClock(
  mapping: ColumnMapping,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): ColumnMapping {
  const { occurredAt, clock, ...others } = mapping;
  if (clock !== undefined) return mapping;
  const taken = new Set(Object.values(others));
  const find = (name: RegExp, isOne: (text: string) => boolean) =>
    header.find((column, i) => {
      if (taken.has(column) || !name.test(column)) return false;
      const values = sample.map((row) => row[i]?.trim() ?? "").filter((value) => value !== "");
      return values.length > 0 && values.every(isOne);
    });
  const day = find(DAY_NAME, isDay);
  const time = find(CLOCK_NAME, isClock);
  if (day === undefined || time === undefined || day === time) return mapping;
  if (occurredAt !== undefined && occurredAt !== day && occurredAt !== time) return mapping;
  return { ...mapping, occurredAt: day, clock: time };
}
