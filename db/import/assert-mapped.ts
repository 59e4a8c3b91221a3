import { COLUMN_NAMES, type ColumnMapping } from "#lib/sources/column-mapping.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { missingFields } from "#lib/sources/missing-fields.ts";

/** @throws FileFaultError naming the documented columns that the mapping must fill and does not */
export function assertMapped(mapping: ColumnMapping): void {
  const missing = missingFields(mapping);
  if (missing.length === 0) return;
  const detail = missing.map((field) => COLUMN_NAMES[field][0]).join(", ");
  throw new FileFaultError({ reason: "missing-columns", detail });
}
