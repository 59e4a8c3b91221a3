import { csvFile } from "#lib/format/csv-file.ts";
import type { CascadeShares } from "./cascade-shares.ts";
import { linksAmong } from "./links-among.ts";

const KEYS = ["source", "target", "channel", "lag_seconds", "evidence"] as const;

/** Links from parent to child among the shares given, as a CSV file; the lag is from the parent, at least 0. */
export function edgesCsv(shares: CascadeShares, rows: ArrayLike<number>): string {
  const links = linksAmong(shares, rows).map((share) => {
    const above = shares.parent[share] ?? 0;
    return [
      shares.code[above] ?? "",
      shares.code[share] ?? "",
      shares.channels[shares.channel[share] ?? 0] ?? "",
      Math.max(0, (shares.at[share] ?? 0) - (shares.at[above] ?? 0)) / 1000,
      shares.evidence[share] ?? null,
    ];
  });
  return csvFile(KEYS, links);
}
