import type { CampaignEvent } from "#lib/domain/event.ts";
import type { EventFault } from "#lib/domain/event-fault.ts";
import { constantOf, type EventField } from "#lib/sources/column-mapping.ts";
import { ColumnSurvey } from "#lib/sources/column-survey.ts";
import { eventFromFields } from "#lib/sources/event-from-fields.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { type ColumnForms, PLAIN_FORMS } from "#lib/sources/reading.ts";
import { sourceOfMapping } from "#lib/sources/registry.ts";
import type { ColumnSettings } from "./column-form.ts";

/** The first rows of a file, their fields in the order of its header. */
export interface FileHead {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether the format has numbers of its own, as JSON has. */
  readonly isTyped: boolean;
}

/**
 * What the first rows of a file become as its columns are chosen, row by row: an event, or why none.
 * @param now UTC milliseconds
 */
export function previewEvents(
  { header, rows, isTyped }: FileHead,
  { mapping, zone, choices }: Pick<ColumnSettings, "mapping" | "zone" | "choices">,
  now: number,
): (CampaignEvent | EventFault)[] {
  const readers = rows.map((row) => (field: EventField) => {
    const column = mapping[field];
    return column === undefined ? "" : (constantOf(column) ?? row[header.indexOf(column)] ?? "");
  });
  const source = sourceOfMapping(mapping);
  const context = { zone, currency: null, now, forms: formsOf(readers) };
  return readers.map((read) => eventFromFields(source, read, context));

  function formsOf(all: typeof readers): ColumnForms {
    const survey = new ColumnSurvey(mapping, isTyped);
    for (const [at, read] of all.entries()) survey.add(read, at);
    try {
      return survey.end(choices);
    } catch (error) {
      // What a few rows leave open, the check decides over all of them.
      if (error instanceof FileFaultError) return PLAIN_FORMS;
      throw error;
    }
  }
}
