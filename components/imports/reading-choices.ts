import { DECIMAL_MARKS } from "#lib/sources/numbers/written-number.ts";
import { ID_SCOPES, type ReadingChoices } from "#lib/sources/reading.ts";
import { SERIAL_STARTS } from "#lib/sources/times/time-form.ts";
import { DATE_ORDERS } from "#lib/sources/times/written-time.ts";

/** What a person may say of how a file is written, and what each may be. */
export const READING_CHOICES = {
  dateOrder: DATE_ORDERS,
  decimal: DECIMAL_MARKS,
  serials: SERIAL_STARTS,
  idScope: ID_SCOPES,
} as const satisfies {
  [choice in Exclude<keyof ReadingChoices, "parents">]-?: readonly NonNullable<ReadingChoices[choice]>[];
};

export type ReadingChoice = keyof typeof READING_CHOICES;

/**
 * Choices as fields of a form give them.
 * @param chosen a field's value; "" and what is none of its choices leave it to the file
 */
export function readingChoices(chosen: (choice: ReadingChoice) => string): ReadingChoices {
  const dateOrder = pick(READING_CHOICES.dateOrder, chosen("dateOrder"));
  const decimal = pick(READING_CHOICES.decimal, chosen("decimal"));
  const serials = pick(READING_CHOICES.serials, chosen("serials"));
  const idScope = pick(READING_CHOICES.idScope, chosen("idScope"));
  return {
    ...(dateOrder !== undefined && { dateOrder }),
    ...(decimal !== undefined && { decimal }),
    ...(serials !== undefined && { serials }),
    ...(idScope !== undefined && { idScope }),
  };
}

function pick<T extends string | number>(choices: readonly T[], text: string): T | undefined {
  return choices.find((choice) => String(choice) === text);
}
