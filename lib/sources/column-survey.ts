import { type ColumnMapping, type EventField, EXPORTED_FIELDS } from "./column-mapping.ts";
import { DigitsSurvey, NAMING_FIELDS, type NamingField } from "./digits-survey.ts";
import { FileFaultError } from "./file-fault.ts";
import { IdSurvey } from "./id-survey.ts";
import { DecimalSurvey } from "./numbers/decimal-survey.ts";
import type { DecimalMark } from "./numbers/written-number.ts";
import { type ColumnForms, NUMBER_FIELDS, type NumberField, type ReadingChoices } from "./reading.ts";
import type { DateReading } from "./times/date-orders.ts";
import type { TimeChoices, TimeForm } from "./times/time-form.ts";
import { TimeSurvey } from "./times/time-survey.ts";
import { isTotal } from "./total-words.ts";

/** Watches every row of a file go by, then says how its columns are written. Memory does not grow with the file. */
export class ColumnSurvey {
  private readonly times = new TimeSurvey();
  private readonly naming: readonly (readonly [NamingField, DigitsSurvey])[];
  private readonly numbers: readonly (readonly [NumberField, DecimalSurvey])[];
  private readonly ids = new IdSurvey();
  /** The last row: its line, and whether it has a time, as any event. */
  private last = 0;
  private isTimed = false;
  /** Whether the file was exported by us: what stands in it is what was meant. */
  private readonly isOurs: boolean;
  private readonly hasClock: boolean;
  private readonly hasIds: boolean;

  /** @param isTyped whether the format has numbers of its own, as JSON has */
  constructor(mapping: ColumnMapping, isTyped: boolean) {
    this.isOurs = EXPORTED_FIELDS.every((field) => mapping[field] !== undefined);
    this.naming = NAMING_FIELDS.filter((field) => mapping[field] !== undefined).map(
      (field) => [field, new DigitsSurvey()] as const,
    );
    this.numbers = NUMBER_FIELDS.filter((field) => mapping[field] !== undefined).map(
      (field) => [field, new DecimalSurvey(isTyped || this.isOurs)] as const,
    );
    this.hasClock = mapping.clock !== undefined;
    this.hasIds = mapping.id !== undefined;
  }

  /** @param read gives a field as text, "" where the row has none @param line where the row ends in the file */
  add(read: (field: EventField) => string, line: number): void {
    const time = read("occurredAt").trim();
    this.times.add(time, line, this.hasClock ? read("clock").trim() : "");
    if (line >= this.last) {
      this.last = line;
      this.isTimed = time !== "";
    }
    for (const [field, digits] of this.naming) digits.add(read(field).trim(), line);
    for (const [field, decimals] of this.numbers) decimals.add(read(field).trim(), line);
    if (this.hasIds) this.ids.add(read("id").trim());
  }

  /** @throws FileFaultError with what is wrong with a column as a whole, or what nobody but a person can say of it */
  end(choices: ReadingChoices): ColumnForms {
    // What looks cut in a file of ours is a name: it was whole when it was written.
    if (!this.isOurs) for (const [, digits] of this.naming) digits.end();
    const decimals: Record<NumberField, DecimalMark> = { value: "point", score: "point" };
    for (const [field, survey] of this.numbers) decimals[field] = decimalOf(survey, choices.decimal);
    const idScope = choices.idScope ?? (this.isOurs ? "campaign" : this.ids.finish());
    const forms = { ...timeFormOf(this.times, choices), decimals, idScope, measured: this.measured() };
    // Without a time the row is faulty, and said to be.
    const footer =
      this.isOurs || !this.isTimed ? undefined : this.naming.find(([, { last }]) => isTotal(last));
    return footer === undefined ? forms : { ...forms, footer: footer[1].last };
  }

  private measured(): NamingField[] {
    if (this.isOurs) return [];
    const parents = this.naming.find(([field]) => field === "via")?.[1];
    // Codes are what parents name: what both have in common may not be taken from one alone.
    const areCodes = parents?.mayBeMeasured ?? true;
    return this.naming.flatMap(([field, digits]) =>
      digits.isMeasured && (field !== "code" || areCodes) ? [field] : [],
    );
  }
}

function timeFormOf(times: TimeSurvey, choices: TimeChoices): TimeForm {
  const finding = times.finish(choices);
  if ("form" in finding) return finding.form;
  throw new FileFaultError(questionOf(finding.readings));
}

/** The dates that may be either, each with the days that it may be. */
function questionOf(readings: readonly DateReading[]) {
  const texts = [...new Set(readings.map(({ text }) => text))];
  const days = (text: string) =>
    readings.flatMap((reading) => (reading.text === text ? [reading.day] : [])).join(", ");
  const detail = texts.map((text) => `${text} = ${days(text)}`).join("; ");
  return { reason: "day-or-month", line: Math.min(...readings.map(({ row }) => row)), detail } as const;
}

function decimalOf(survey: DecimalSurvey, chosen: DecimalMark | undefined): DecimalMark {
  const finding = survey.finish(chosen);
  if (typeof finding === "string") return finding;
  const { text, line } = finding.example;
  throw new FileFaultError({ reason: "point-or-comma", line, detail: text });
}
