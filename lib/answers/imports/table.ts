import type { Table } from "#lib/answers/table.ts";
import type { ImportRecord } from "#lib/sources/import-record.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";

/** The files that were brought in. */
export const importsTable: Table<readonly Omit<ImportRecord, "storedPath">[]> = {
  columns: {
    file: "Name of the file",
    status: "What became of it",
    received: "Rows read",
    accepted: "Rows taken in",
    duplicate: "Rows that were known",
    quarantined: "Rows put aside, to be tried again",
    refused: "Rows refused",
    created_at: "ISO 8601 with the zone's offset",
  },
  rows: (imports, { zone }) =>
    imports.map((row) => [
      row.fileName,
      row.status,
      row.received,
      row.accepted,
      row.duplicate,
      row.quarantined,
      row.refused,
      isoInZone(row.createdAt, zone),
    ]),
};
