import type { Table } from "#lib/answers/table.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
import type { PersonAnswer } from "./answer.ts";

/** A person's shares with where they come from. */
export const personSharesTable: Table<PersonAnswer | null> = {
  isInZip: false,
  columns: {
    code: "Code of the share; the latest fifty",
    root: "Code of the share at the top of its cascade",
    channel: "Channel",
    at: "ISO 8601 with the zone's offset",
    generation: "Steps from the top",
    children: "Shares that hang on it",
    descendants: "Shares below it",
    via: "Code that brought the person",
    evidence: "How that is known: stated, touch or unverified",
    chain: "People above it, the nearest first; twelve at most",
  },
  rows: (answer, { zone }) =>
    (answer?.shares ?? []).map((share) => [
      share.code,
      share.root,
      share.channel,
      isoInZone(share.at, zone),
      share.depth,
      share.children,
      share.descendants,
      share.via,
      share.evidence,
      share.above.map(({ person }) => person).join(" < "),
    ]),
};

/** Links that reached a person beside the first one. */
export const personAssistsTable: Table<PersonAnswer | null> = {
  isInZip: false,
  columns: {
    via: "Code of a link that reached the person after the first one; the first twenty",
    person: "Whose link it is; empty where it is unknown",
    visits: "Visits through it",
    first_at: "ISO 8601 with the zone's offset",
  },
  rows: (answer, { zone }) =>
    (answer?.assists ?? []).map(({ via, person, visits, first }) => [
      via,
      person,
      visits,
      isoInZone(first, zone),
    ]),
};

/** All that a person did. */
export const personEventsTable: Table<PersonAnswer | null> = {
  isInZip: false,
  columns: {
    at: "ISO 8601 with the zone's offset; the newest first",
    event: "What the person did",
    id: "The event's id",
    via: "Code that brought them",
    code: "Code that they handed out",
    channel: "Channel",
    value: "Value of a conversion",
    currency: "ISO 4217",
    role: "Whose answer a rating is",
    score: "The rating",
  },
  options: { rows: "all" },
  *rows(answer, { zone }) {
    for (const event of answer?.events ?? [])
      yield [
        isoInZone(event.at, zone),
        event.kind,
        event.id,
        event.via,
        event.code,
        event.channel,
        event.value,
        event.currency,
        event.role,
        event.score,
      ];
  },
};
