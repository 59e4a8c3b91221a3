import type { ImportRecord } from "#lib/sources/import-record.ts";
import type { ImportState } from "./import-state.ts";

/** What of a stored import its pages are told while work is done for it; never where its file lies. */
export function importStateOf(row: ImportRecord, now: number): ImportState {
  const { status, bytesRead, fileBytes, startedAt, cancelRequested, report, fault } = row;
  const { received, accepted, duplicate, quarantined, refused } = row;
  const counts = { received, accepted, duplicate, quarantined, refused };
  return { status, counts, bytesRead, fileBytes, startedAt, cancelRequested, now, report, fault };
}
