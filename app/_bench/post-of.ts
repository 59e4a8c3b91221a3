import type autocannon from "autocannon";
import { createEventStream } from "./front-events.ts";

/** A request that brings the next events of a stream each time: one by itself, or a batch of so many. */
export function postOf(prefix: string, size: number): autocannon.Request {
  const next = createEventStream(`${prefix}${Date.now().toString(36)}-`);
  return {
    method: "POST",
    path: "/api/v1/events",
    setupRequest: (request) => ({
      ...request,
      body: JSON.stringify(size === 1 ? next() : { events: Array.from({ length: size }, next) }),
    }),
  };
}
