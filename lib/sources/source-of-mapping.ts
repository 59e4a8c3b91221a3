import type { ColumnMapping } from "./column-mapping.ts";
import { EVENT_SOURCES } from "./registry.ts";
import type { EventSource } from "./source.ts";

/** With a column for the kind a file holds events; without one it is a repost log. */
export function sourceOfMapping(mapping: ColumnMapping): EventSource {
  return mapping.kind === undefined ? EVENT_SOURCES["repost-log"] : EVENT_SOURCES["event-log"];
}
