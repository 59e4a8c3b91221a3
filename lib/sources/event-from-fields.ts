import type { CampaignEvent } from "#lib/domain/event.ts";
import type { EventFault } from "#lib/domain/event-fault.ts";
import type { EventField } from "./column-mapping.ts";
import { FieldFaultError, FieldReader, type ReadingContext } from "./field-reader.ts";
import type { EventSource } from "./source.ts";

/**
 * The one place where the fields of a row become an event.
 * @param read gives a field as text, "" where the row has none
 * @returns the event, or the first field at fault with its reason
 */
export function eventFromFields(
  source: EventSource,
  read: (field: EventField) => string,
  context: ReadingContext,
): CampaignEvent | EventFault {
  try {
    return source.read(new FieldReader(read, context));
  } catch (error) {
    if (error instanceof FieldFaultError) return { field: error.field, reason: error.reason };
    throw error;
  }
}
