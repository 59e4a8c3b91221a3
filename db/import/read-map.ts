import {
  COLUMN_NAMES,
  type ColumnMapping,
  EVENT_FIELDS,
  type EventField,
} from "#lib/sources/column-mapping.ts";

/**
 * Reads the pairs of `--map FIELD=COLUMN`.
 * @throws Error naming the pair and the fields there are
 */
export function readMap(pairs: readonly string[]): ColumnMapping {
  const mapping: Partial<Record<EventField, string>> = {};
  for (const pair of pairs) {
    const cut = pair.indexOf("=");
    const name = pair.slice(0, cut);
    const field = EVENT_FIELDS.find((known) => known === name || COLUMN_NAMES[known][0] === name);
    if (cut < 1 || field === undefined)
      throw new Error(`--map ${pair}: write field=column, the field one of ${fieldNames()}`);
    mapping[field] = pair.slice(cut + 1);
  }
  return mapping;
}

function fieldNames(): string {
  return EVENT_FIELDS.map((field) => COLUMN_NAMES[field][0]).join(", ");
}
