import type { EventFault } from "#lib/domain/event-fault.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { EVENT_FIELDS } from "#lib/sources/column-mapping.ts";

/** A faulty row in words: which field, and what is wrong with it. */
export function rowFaultText({ field, reason }: EventFault, t: Translate): string {
  const known = EVENT_FIELDS.find((name) => name === field) ?? "row";
  return `${t(`imports.field.${known}`)}: ${t(`imports.row.${reason}`)}`;
}
