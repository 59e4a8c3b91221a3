import {
  type ColumnMapping,
  constantOf,
  EVENT_FIELDS,
  type EventField,
} from "#lib/sources/column-mapping.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";

/**
 * Where the column of each field stands, from 0. A column is meant by its name, or by its number as `#3`.
 * @param header names of the columns; null when the table has none
 * @throws FileFaultError naming columns that the table lacks, or several of one name with their numbers
 */
export function locateColumns(
  mapping: ColumnMapping,
  header: readonly string[] | null,
): Partial<Record<EventField, number>> {
  const places: Partial<Record<EventField, number>> = {};
  const absent: string[] = [];
  for (const field of EVENT_FIELDS) {
    const name = mapping[field];
    if (name === undefined || constantOf(name) !== null) continue;
    const place = placeOf(name, header);
    if (place === undefined) absent.push(name);
    else places[field] = place;
  }
  if (absent.length > 0) throw new FileFaultError({ reason: "missing-columns", detail: absent.join(", ") });
  return places;
}

function placeOf(name: string, header: readonly string[] | null): number | undefined {
  const named = header === null ? [] : header.flatMap((other, i) => (other === name ? [i] : []));
  if (named.length > 1) {
    const numbers = named.map((i) => `#${i + 1}`).join(", ");
    throw new FileFaultError({ reason: "duplicate-column", detail: `${name}: ${numbers}` });
  }
  const number = Number(/^#([1-9]\d{0,3})$/.exec(name)?.[1] ?? 0) - 1;
  return named[0] ?? (number >= 0 && (header === null || number < header.length) ? number : undefined);
}
