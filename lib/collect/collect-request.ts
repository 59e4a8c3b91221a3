import { z } from "zod";
import { parseTime } from "#lib/sources/parse-time.ts";
import { CollectedEvent } from "./collected-event.ts";

/** The most events that one request may hold. */
export const EVENTS_MAX = 1000;

/** A batch of events; one event may stand by itself in its place. */
export const CollectBatch = z
  .strictObject({
    events: z.array(CollectedEvent).min(1).max(EVENTS_MAX).meta({ description: "Each is judged by itself." }),
    sentAt: z.union([z.string(), z.number()]).nullish().meta({
      description: "The producer's clock as it sends; times of a clock that is wrong are set right by it.",
    }),
  })
  .meta({ id: "Batch" });

/** Less than this may have passed on the way. */
const CLOCK_TOLERANCE = 30_000;

/** What a request brings, before any event in it is looked at. */
export interface CollectRequest {
  readonly payloads: readonly unknown[];
  /** Milliseconds by which the producer's clock is behind ours; 0 unless it says otherwise and by a lot. */
  readonly clockOffset: number;
}

/**
 * Takes a parsed body apart: an object with `events` is a batch, any other value one event.
 * @returns the fault of the request as a whole, where it has one
 */
export function collectRequest(body: unknown, now: number): CollectRequest | "empty" | "too-many" {
  if (typeof body !== "object" || body === null || !("events" in body))
    return { payloads: [body], clockOffset: 0 };
  const { events } = body;
  if (!Array.isArray(events)) return { payloads: [events], clockOffset: 0 };
  if (events.length === 0) return "empty";
  if (events.length > EVENTS_MAX) return "too-many";
  const said = "sentAt" in body ? body.sentAt : null;
  const isSaid = typeof said === "string" || typeof said === "number";
  const sentAt = isSaid ? parseTime(String(said), { zone: null, now: Number.POSITIVE_INFINITY }) : now;
  const offset = typeof sentAt === "number" ? now - sentAt : 0;
  return { payloads: events, clockOffset: Math.abs(offset) > CLOCK_TOLERANCE ? offset : 0 };
}
