import { type ColumnMapping, mergeMapping } from "#lib/sources/column-mapping.ts";
import type { FileFormat, ShapeChoices } from "#lib/sources/detect-format.ts";
import type { ReadingChoices } from "#lib/sources/reading.ts";
import { assertMapped } from "./assert-mapped.ts";
import { describeExport } from "./describe-parents.ts";
import { inspectFile } from "./inspect-file.ts";
import { describeFormat } from "./shape-options.ts";

const NAMES_SHOWN = 10;

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
  const notes = [
    ...describeFormat(format, shape),
    ...describeExport(known),
    ...describeUnused(header, mapping),
  ];
  return { format, mapping, choices, known, notes };
}

/** What the heading says that nothing will be read of. */
function describeUnused(header: readonly string[], mapping: ColumnMapping): string[] {
  const used = new Set(Object.values(mapping));
  const unused = header.filter((name, i) => name.trim() !== "" && !used.has(name) && !used.has(`#${i + 1}`));
  // A comma too many in a heading moves all names behind it away from their cells.
  const last = header.findLastIndex((name) => name.trim() !== "");
  const nameless = header.flatMap((name, i) => (name.trim() === "" && i < last ? [`#${i + 1}`] : []));
  const notes = nameless.length === 0 ? [] : [`columns without a name: ${nameless.join(", ")}`];
  if (unused.length === 0) return notes;
  const more = unused.length > NAMES_SHOWN ? ` and ${unused.length - NAMES_SHOWN} more` : "";
  return [...notes, `columns that fill no field: ${unused.slice(0, NAMES_SHOWN).join(", ")}${more}`];
}
