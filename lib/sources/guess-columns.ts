import { ATTRIBUTES } from "#lib/domain/event.ts";
import type { ColumnMapping, EventField } from "./column-mapping.ts";
import { exportMapping, recogniseExport } from "./known-exports/registry.ts";
import { missingFields } from "./missing-fields.ts";
import type { ReadingChoices } from "./reading.ts";
import { type Guess, guessMapping } from "./suggest-mapping.ts";
import { pairClock } from "./times/pair-clock.ts";

/** What the headings and first rows of a file say of its columns. */
export interface ColumnGuess {
  readonly mapping: ColumnMapping;
  readonly guesses: Readonly<Partial<Record<EventField, Guess>>>;
  /** Id of the known export that the file seems to be; null where it is none. */
  readonly known: string | null;
  /** How such an export is written. */
  readonly choices: ReadingChoices;
}

/**
 * Guesses what the columns of a file mean: as the known export that it is, else by their headings.
 * @param rows first rows, their fields in the order of the header
 */
export function guessColumns(header: readonly string[], rows: readonly (readonly string[])[]): ColumnGuess {
  const { mapping: named, guesses: sure } = guessMapping(header, rows);
  const byHeadings = { mapping: pairClock(named, header, rows), guesses: sure };
  const known = recogniseExport(header, rows);
  if (known === null) return { ...byHeadings, known: null, choices: {} };
  const meant = exportMapping(known, header);
  const mapping: Partial<Record<EventField, string>> = {};
  const guesses: Partial<Record<EventField, Guess>> = {};
  for (const field of [...ATTRIBUTES, ...missingFields(meant)]) {
    const name = byHeadings.mapping[field];
    const guess = byHeadings.guesses[field];
    if (name !== undefined && guess !== undefined) [mapping[field], guesses[field]] = [name, guess];
  }
  for (const field of Object.keys(meant) as EventField[]) guesses[field] = "sure";
  return { mapping: { ...mapping, ...meant }, guesses, known: known.id, choices: known.choices ?? {} };
}
