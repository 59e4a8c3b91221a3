import type { Scope } from "#lib/access/scope.ts";
import { type ColumnForms, NOT_SURVEYED } from "#lib/sources/reading.ts";
import type { ImportRow } from "./find-import.ts";
import { setImport } from "./set-import.ts";
import { surveyColumns } from "./survey-columns.ts";

interface SurveyOptions {
  readonly path: string;
  /** Called with the number of bytes of the file read so far. */
  readonly onBytes?: (read: number) => void;
  readonly shouldStop?: () => boolean;
}

/**
 * How the columns of an import's file are written: as decided before, else by a survey whose answer is kept,
 * so that an import that goes on after a stop reads the rest as it read the beginning.
 * @returns null when it was stopped
 * @throws FileFaultError when a column as a whole cannot be read, or only a person can say how
 */
export async function surveyImport(
  scope: Scope<"events.read">,
  { id, format, mapping, reading }: ImportRow,
  options: SurveyOptions,
): Promise<ColumnForms | null> {
  const { choices, forms } = reading ?? NOT_SURVEYED;
  if (forms !== null) return forms;
  const found = await surveyColumns({ format, mapping, choices, ...options });
  if (found !== null) setImport(scope, id, ["checking", "importing"], { reading: { choices, forms: found } });
  return found;
}
