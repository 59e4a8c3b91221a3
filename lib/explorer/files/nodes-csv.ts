import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { csvFile } from "#lib/format/csv.ts";
import { SHARE_KEYS, type ShareKey, shareRecord } from "./share-record.ts";

/** Shares as a CSV file, one a line. @param rows indices of the shares, in the order wanted */
export function nodesCsv(shares: CascadeShares, rows: ArrayLike<number>, zone: string): string {
  const keys = Object.keys(SHARE_KEYS) as ShareKey[];
  const records = Array.from(rows, (share) => shareRecord(shares, share, zone));
  return csvFile(
    keys,
    records.map((record) => keys.map((key) => record[key])),
  );
}
