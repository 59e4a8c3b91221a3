import type { Table } from "#lib/answers/table.ts";
import type { Annotation } from "#lib/domain/annotation.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";

/** The team's notes of the question's stretch of time. */
export const notesTable: Table<readonly Annotation[]> = {
  columns: { time: "ISO 8601 with the zone's offset", kind: "What it is about", text: "The note" },
  rows: (notes, { from, to, zone }) =>
    notes
      .filter(({ at }) => at >= from && at < to)
      .map(({ at, kind, text }) => [isoInZone(at, zone), kind, text]),
};
