import type { z } from "zod";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { ATTRIBUTES } from "#lib/domain/event.ts";
import type { EventFault, EventFaultReason } from "#lib/domain/event-fault.ts";
import type { EventField } from "#lib/sources/column-mapping.ts";
import { eventFromFields } from "#lib/sources/event-from-fields.ts";
import { eventLog } from "#lib/sources/event-log.ts";
import { CollectedEvent } from "./collected-event.ts";

/** What a payload alone does not say. */
export interface CollectingContext {
  readonly currency: string | null;
  /** UTC milliseconds at which it arrived. */
  readonly now: number;
  /** When it happened where it does not say; `now` unless it came earlier. */
  readonly receivedAt?: number;
  /** Milliseconds by which the producer's clock is behind ours. */
  readonly clockOffset: number;
}

const NESTED: ReadonlySet<string> = new Set(ATTRIBUTES);

/**
 * Reads one event that the collector was sent.
 * @param payload parsed JSON of any shape
 * @returns the event, or the first field at fault with its reason
 */
export function readCollectedEvent(payload: unknown, context: CollectingContext): CampaignEvent | EventFault {
  const parsed = CollectedEvent.safeParse(payload);
  if (!parsed.success) return faultOf(parsed.error.issues[0], payload);
  const { data } = parsed;
  // What says no time happened by our own clock.
  const clockOffset = data.occurredAt == null ? 0 : context.clockOffset;
  const event = eventFromFields(
    eventLog,
    (field) => fieldText(data, field, context.receivedAt ?? context.now),
    {
      zone: null,
      currency: context.currency,
      now: context.now - clockOffset,
    },
  );
  return "reason" in event ? event : { ...event, occurredAt: event.occurredAt + clockOffset };
}

function fieldText(data: CollectedEvent, field: EventField, now: number): string {
  if (field === "occurredAt") return String(data.occurredAt ?? now);
  const value = NESTED.has(field)
    ? data.attributes?.[field as keyof typeof data.attributes]
    : data[field as keyof Omit<CollectedEvent, "attributes">];
  return value == null ? "" : String(value);
}

function faultOf(issue: z.core.$ZodIssue | undefined, payload: unknown): EventFault {
  const path = issue?.path ?? [];
  if (issue?.code === "unrecognized_keys")
    return { field: [...path, issue.keys[0] ?? ""].join("."), reason: "unknown-field" };
  const field = path.join(".");
  if (issue === undefined || path.length === 0) return { field, reason: "not-an-object" };
  return { field, reason: reasonOf(issue, payload) };
}

function reasonOf(issue: z.core.$ZodIssue, payload: unknown): EventFaultReason {
  const value = issue.path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    payload,
  );
  if (value === undefined) return "missing";
  if (issue.code === "too_big") return "too-long";
  if (issue.code === "invalid_value" && typeof value === "string") return "unknown-choice";
  return typeof value === "number" && !Number.isFinite(value) ? "not-a-number" : "wrong-type";
}
