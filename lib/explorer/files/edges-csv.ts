import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { csvFile } from "#lib/format/csv.ts";
import { LINK_KEYS, linkRecord } from "./link-record.ts";
import { linksAmong } from "./links-among.ts";

const KEYS = ["source", "target", ...Object.keys(LINK_KEYS)];

/** Links from parent to child among the shares given, as a CSV file. */
export function edgesCsv(shares: CascadeShares, rows: ArrayLike<number>): string {
  const links = linksAmong(shares, rows).map((share) => [
    shares.code[shares.parent[share] ?? 0] ?? "",
    shares.code[share] ?? "",
    ...Object.values(linkRecord(shares, share)),
  ]);
  return csvFile(KEYS, links);
}
