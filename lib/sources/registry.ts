import type { ColumnMapping } from "./column-mapping.ts";
import { eventLog } from "./event-log.ts";
import { repostLog } from "./repost-log.ts";
import type { EventSource } from "./source.ts";

/** Every event source, the particular before the general. A new one is a file beside these and a line here. */
export const EVENT_SOURCES: readonly EventSource[] = [eventLog, repostLog];

/** The source that a file with these columns comes from: the first that reads it. */
export function sourceOfMapping(mapping: ColumnMapping): EventSource {
  const source = EVENT_SOURCES.find((one) => one.reads(mapping));
  if (source === undefined) throw new Error("No event source reads such columns.");
  return source;
}
