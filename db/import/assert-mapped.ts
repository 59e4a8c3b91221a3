import { COLUMN_NAMES, type ColumnMapping } from "#lib/sources/column-mapping.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import type { FileInspection } from "#lib/sources/file-inspection.ts";
import { missingFields } from "#lib/sources/missing-fields.ts";
import { locateColumns } from "./locate-columns.ts";

/**
 * @param file what is known of the file, where its columns shall be found as well
 * @throws FileFaultError naming the columns that the mapping must fill and does not, as documented for events / share
 * logs; or those that the file lacks or has twice
 */
export function assertMapped(mapping: ColumnMapping, file?: Pick<FileInspection, "format" | "header">): void {
  const missing = missingFields(mapping);
  const isTable = file?.format.kind === "csv" || file?.format.kind === "xlsx";
  if (missing.length > 0) {
    const detail = missing.map((field) => COLUMN_NAMES[field].slice(0, 2).join(" / ")).join(", ");
    throw new FileFaultError({
      reason: file?.format.header === false ? "no-header" : "missing-columns",
      detail,
    });
  }
  if (isTable) locateColumns(mapping, file.header);
}
