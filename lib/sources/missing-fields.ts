import type { ColumnMapping, EventField } from "./column-mapping.ts";
import { sourceOfMapping } from "./registry.ts";

/** Fields that a mapping must fill and does not. */
export function missingFields(mapping: ColumnMapping): EventField[] {
  return sourceOfMapping(mapping).needs.filter((field) => mapping[field] === undefined);
}
