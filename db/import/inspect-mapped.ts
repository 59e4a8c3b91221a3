import { type ColumnMapping, mergeMapping } from "#lib/sources/column-mapping.ts";
import type { FileFormat, ShapeChoices } from "#lib/sources/detect-format.ts";
import type { ReadingChoices } from "#lib/sources/reading.ts";
import { assertMapped } from "./assert-mapped.ts";
import { describeExport } from "./describe-parents.ts";
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
  /** How such an export is written, where the file seems to be a known one. */
  readonly choices: ReadingChoices;
  /** Id of the known export; null where it is none. */
  readonly known: string | null;
}

/**
 * Looks at a file for a command.
 * @throws FileFaultError when the file cannot be read, or its columns do not suffice
 */
export async function inspectMapped(path: string, { map, shape }: MappedOptions): Promise<MappedFile> {
  const { format, header, mapping: suggested, known, choices } = await inspectFile(path, shape);
  const mapping = mergeMapping(suggested, map);
  assertMapped(mapping, { format, header });
  const notes = [...describeFormat(format, shape), ...describeExport(known)];
  return { format, mapping, choices, known, notes };
}
