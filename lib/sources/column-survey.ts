import type { ColumnMapping, EventField } from "./column-mapping.ts";
import { DigitsSurvey, NAMING_FIELDS } from "./digits-survey.ts";
import type { ColumnForms, ReadingChoices } from "./reading.ts";
import { TimeSurvey } from "./time-survey.ts";

/** Watches every row of a file go by, then says how its columns are written. Memory does not grow with the file. */
export class ColumnSurvey {
  private readonly times = new TimeSurvey();
  private readonly digits = new DigitsSurvey();
  private readonly naming: readonly EventField[];

  constructor(mapping: ColumnMapping) {
    this.naming = NAMING_FIELDS.filter((field) => mapping[field] !== undefined);
  }

  /** @param read gives a field as text, "" where the row has none */
  add(read: (field: EventField) => string, line: number): void {
    this.times.add(read("occurredAt").trim());
    for (const field of this.naming) this.digits.add(read(field).trim(), line);
  }

  /** @throws FileFaultError with what is wrong with a column as a whole, or what nobody but a person can say of it */
  end(choices: ReadingChoices): ColumnForms {
    this.digits.end();
    return this.times.end(choices);
  }
}
