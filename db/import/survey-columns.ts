import { ColumnSurvey } from "#lib/sources/column-survey.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import type { ColumnForms, ReadingChoices } from "#lib/sources/reading.ts";
import { type FieldsFile, readFields } from "./read-fields.ts";

interface SurveyedFile extends FieldsFile {
  readonly choices: ReadingChoices;
  /** Asked between batches: whether to end here. */
  readonly shouldStop?: () => boolean;
}

/**
 * Reads a whole file and decides how its columns are written. Where the file breaks off, what could be read
 * decides; that it broke off is for those to say who read its rows.
 * @returns null when it was stopped
 * @throws FileFaultError when a column as a whole cannot be read, or only a person can say how
 */
export async function surveyColumns({
  choices,
  shouldStop,
  ...file
}: SurveyedFile): Promise<ColumnForms | null> {
  const survey = new ColumnSurvey(file.mapping, file.format.kind !== "csv");
  try {
    const batches = readFields(file, ({ line }, fields) => {
      if (typeof fields !== "string") survey.add(fields, line);
    });
    for await (const _ of batches) if (shouldStop?.()) return null;
  } catch (error) {
    if (!(error instanceof FileFaultError)) throw error;
  }
  return survey.end(choices);
}
