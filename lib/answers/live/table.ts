import type { Table, Zoned } from "#lib/answers/table.ts";
import type { LiveView } from "#lib/domain/live.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";

/** Events that arrived, minute by minute. */
export const liveMinutesTable = {
  isInZip: false,
  columns: {
    minute: "Its start, ISO 8601 with the zone's offset; the last half hour",
    visits: "Visits that arrived in it",
    shares: "Shares that arrived in it",
    conversions: "Conversions that arrived in it",
  },
  rows({ minute, minutes }: Pick<LiveView, "minute" | "minutes">, { zone }: Zoned) {
    const first = minute - (minutes.length - 1) * MINUTE;
    return minutes.map(({ visits, shares, conversions }, i) => [
      isoInZone(first + i * MINUTE, zone),
      visits,
      shares,
      conversions,
    ]);
  },
} satisfies Table<LiveView>;

/** The latest events. */
export const liveEventsTable = {
  isInZip: false,
  columns: {
    received_at: "ISO 8601 with the zone's offset; the newest first",
    event: "What happened",
    person: "Pseudonym",
    via: "Code that brought them",
    brought_by: "Whose code that is",
    code: "Code that they handed out",
    channel: "Channel",
    root: "Code of the share at the top of the cascade",
  },
  rows: ({ events }, { zone }) =>
    events.map((event) => [
      isoInZone(event.receivedAt, zone),
      event.kind,
      event.person,
      event.via,
      event.broughtBy,
      event.code,
      event.channel,
      event.root,
    ]),
} satisfies Table<LiveView>;
