import type { EventFault, EventFaultReason } from "#lib/domain/event-fault.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { EVENT_FIELDS } from "#lib/sources/column-mapping.ts";

/** Reasons that are about no one field: about the row of a table, or about the event as a whole. */
const OF_ROW: readonly EventFaultReason[] = ["too-few-fields", "too-many-fields"];
const OF_EVENT: readonly EventFaultReason[] = [
  "not-an-object",
  "too-nested",
  "too-deep",
  "currency-without-value",
];

/** A fault in words: which field, and what is wrong with it; a sentence where no field of ours is named. */
export function rowFaultText({ field, reason }: EventFault, t: Translate): string {
  const words = t(`imports.row.${reason}`);
  const known = EVENT_FIELDS.find((name) => name === field);
  if (known !== undefined) return `${t(`imports.field.${known}`)}: ${words}`;
  if (field === "row" || OF_ROW.includes(reason)) return t("imports.fault.row", { reason: words });
  return t(OF_EVENT.includes(reason) ? "imports.fault.event" : "imports.fault.field", { reason: words });
}
