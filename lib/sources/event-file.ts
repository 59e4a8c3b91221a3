import { ATTRIBUTES, type CampaignEvent } from "#lib/domain/event.ts";
import type { CsvDialect } from "#lib/format/csv.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";

/** An event as a file of ours tells it: what it says, and how and when it came. */
export interface FiledEvent extends CampaignEvent {
  /** UTC milliseconds. */
  readonly receivedAt: number;
  readonly source: string;
}

/** Columns of a file of events, in the words of the import format, with what each holds. */
export const EVENT_FILE_COLUMNS = {
  id: "The producer's id, or one made of what the event says; a share is known by its code besides",
  kind: "visit, share, delivery, conversion, view or rating",
  person: "Who did it, by the pseudonym under which it came",
  via: "Code that brought the person",
  code: "Code that the share hands out, or that was delivered",
  channel: "Channel of a share, in the one spelling that counts; the agent of what is set apart",
  mode: "active or passive",
  seedKind: "organic, paid or import, of a share that nobody brought",
  variant: "A/B variant of the seed",
  occurredAt: "When it happened, ISO 8601 with the zone's offset, to the millisecond",
  value: "Worth of a conversion, in units of the currency",
  currency: "ISO 4217",
  role: "sender or receiver, of a rating",
  score: "0 to 10",
  country: "As the event says",
  region: "As the event says",
  city: "As the event says",
  ageBand: "As the event says",
  occupation: "As the event says",
  interests: "As the event says",
  device: "As the event says",
  arrives: "1 where a share stands for the visit before it too, else 0",
  verified: "0 where a page sent it with a code that does not bear our signature, else 1",
  label: "bot, preview, prefetch or self where it is counted apart",
  source: "browser, server, redirect, team or import: how it came; an import of this file does not read it",
  receivedAt: "When it came; an import of this file does not read it",
} as const;

type EventCell = string | number | null;

/** An event as a row of a table with `EVENT_FILE_COLUMNS`. */
export function eventCells(event: FiledEvent, zone: string, dialect: CsvDialect = "comma"): EventCell[] {
  const { attributes } = event;
  return [
    ...[event.id, event.kind, event.person, event.via, event.code, event.channel, event.mode],
    ...[event.seedKind, event.variant, isoInZone(event.occurredAt, zone)],
    ...[plainNumber(event.value, dialect), event.currency, event.role, plainNumber(event.score, dialect)],
    ...ATTRIBUTES.map((name) => attributes?.[name] ?? null),
    ...[event.arrives ? 1 : 0, event.verified ? 1 : 0, event.label, event.source],
    isoInZone(event.receivedAt, zone),
  ];
}

/** An event as a line of NDJSON, with every field of the import format, so that its first lines tell all of them. */
export function eventLine(event: FiledEvent, zone: string): string {
  const { id, kind, person, via, code, channel, mode, seedKind, variant, attributes, ...rest } = event;
  const { value, currency, role, score, arrives, verified, label, source } = rest;
  const line = {
    ...{ id, kind, person, via, code, channel, mode, seedKind, variant },
    occurredAt: isoInZone(rest.occurredAt, zone),
    ...{ value: plainNumber(value), currency, role, score: plainNumber(score) },
    attributes: Object.fromEntries(ATTRIBUTES.map((name) => [name, attributes?.[name] ?? null])),
    ...{ arrives, verified, label, source },
    receivedAt: isoInZone(rest.receivedAt, zone),
  };
  return `${JSON.stringify(line)}\n`;
}

/** A number as its digits: what is read as a number of a file has no exponent. */
function plainNumber(value: number | null, dialect: CsvDialect = "comma"): EventCell {
  if (value === null || !String(value).includes("e")) return value;
  return value.toFixed(15).replace(".", dialect === "comma" ? "." : ",");
}
