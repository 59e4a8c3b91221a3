import { COLUMN_NAMES, type ColumnMapping } from "#lib/sources/column-mapping.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { missingFields } from "#lib/sources/missing-fields.ts";

/** @throws FileFaultError naming the columns that the mapping must fill and does not, as documented for events / share logs */
export function assertMapped(mapping: ColumnMapping): void {
  const missing = missingFields(mapping);
  if (missing.length === 0) return;
  const detail = missing.map((field) => COLUMN_NAMES[field].slice(0, 2).join(" / ")).join(", ");
  throw new FileFaultError({ reason: "missing-columns", detail });
}
