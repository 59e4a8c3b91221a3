import type { CampaignEvent } from "#lib/domain/event.ts";

/** The fields every event has, and those that its kind adds. */
export type EventFields = Pick<CampaignEvent, "kind" | "person" | "via" | "occurredAt"> &
  Partial<Omit<CampaignEvent, "id" | "arrives">>;

export interface EventLog {
  /** Keeps the event, its time rounded to the millisecond, unless it lies after the end. */
  record(fields: EventFields): void;
  /** All events by time; those of one instant in the order they were recorded, causes first. */
  sorted(): CampaignEvent[];
}

/** @param endAt UTC milliseconds */
export function createEventLog(endAt: number): EventLog {
  const events: CampaignEvent[] = [];
  return {
    record(fields) {
      const occurredAt = Math.round(fields.occurredAt);
      if (occurredAt <= endAt) events.push(toEvent(fields, `e${events.length.toString(36)}`, occurredAt));
    },
    sorted: () => events.toSorted((a, b) => a.occurredAt - b.occurredAt),
  };
}

/** Every field by name: spreading a template gave objects of many shapes, and a run took four times as long. */
function toEvent(fields: EventFields, id: string, occurredAt: number): CampaignEvent {
  return {
    id,
    kind: fields.kind,
    person: fields.person,
    via: fields.via,
    arrives: false,
    code: fields.code ?? null,
    channel: fields.channel ?? null,
    mode: fields.mode ?? null,
    seedKind: fields.seedKind ?? null,
    variant: fields.variant ?? null,
    occurredAt,
    value: fields.value ?? null,
    currency: fields.currency ?? null,
    role: fields.role ?? null,
    score: fields.score ?? null,
    attributes: fields.attributes ?? null,
    verified: true,
    label: null,
  };
}
