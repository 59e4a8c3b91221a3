import type { ColumnMapping } from "#lib/sources/column-mapping.ts";
import type { FileFormat, ShapeChoices } from "#lib/sources/detect-format.ts";
import { assertMapped } from "./assert-mapped.ts";
import { inspectFile } from "./inspect-file.ts";
import { describeFormat } from "./shape-options.ts";

/** What a command is told of a file. */
interface MappedOptions {
  /** Columns whose name does not say which field they fill. */
  readonly map: ColumnMapping;
  readonly shape: ShapeChoices;
}

/** How a file is read, and English lines that say what was taken for granted of it. */
interface MappedFile {
  readonly format: FileFormat;
  readonly mapping: ColumnMapping;
  readonly notes: readonly string[];
}

/**
 * Looks at a file for a command.
 * @throws FileFaultError when the file cannot be read, or its columns do not suffice
 */
export async function inspectMapped(path: string, { map, shape }: MappedOptions): Promise<MappedFile> {
  const { format, header, mapping: suggested } = await inspectFile(path, shape);
  const mapping = { ...suggested, ...map };
  assertMapped(mapping, { format, header });
  return { format, mapping, notes: describeFormat(format, shape) };
}
