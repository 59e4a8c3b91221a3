import { eventLog } from "./event-log.ts";
import { repostLog } from "./repost-log.ts";
import type { EventSource } from "./source.ts";

/** Every event source. A new one is a file beside these and a line here. */
export const EVENT_SOURCES = {
  "repost-log": repostLog,
  "event-log": eventLog,
} as const satisfies Record<string, EventSource>;

export type EventSourceId = keyof typeof EVENT_SOURCES;
