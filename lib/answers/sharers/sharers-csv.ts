import { csvCell } from "#lib/format/csv-cell.ts";
import type { SharerRanking, SharerRow } from "./sharers.ts";

// Spreadsheets take a file without it for the encoding of the country.
const BYTE_ORDER_MARK = "\uFEFF";

/** Columns of a file of sharers, by key, in their order. */
export const SHARER_COLUMNS = {
  person: ({ person }) => person,
  shares: ({ shares }) => shares,
  repeat_sharer: ({ shares }) => (shares > 1 ? 1 : 0),
  cascades: ({ cascades }) => cascades,
  children: ({ children }) => children,
  descendants: ({ descendants }) => descendants,
  k_shrunk: ({ k }) => k ?? "",
  conversions_below: ({ conversions }) => conversions,
  value_below: ({ value }) => value,
  credit: ({ credit }) => credit,
  first_share_at: ({ first }) => new Date(first).toISOString(),
  last_share_at: ({ last }) => new Date(last).toISOString(),
  self_children: ({ selfChildren }) => selfChildren,
  orphans: ({ orphans }) => orphans,
  skews: ({ skews }) => skews,
  most_shares_in_a_minute: ({ burst }) => burst,
} as const satisfies Readonly<Record<string, (row: SharerRow) => string | number>>;

/** A ranking as CSV: BOM, keys first, CRLF, ISO times in UTC; the unattributed credit closes it. */
export function sharersCsv({ rows, totals }: SharerRanking): string {
  const keys = Object.keys(SHARER_COLUMNS);
  const lines = rows.map((row) => Object.values(SHARER_COLUMNS).map((cell) => cell(row)));
  if (totals.unattributed > 0)
    lines.push(
      keys.map((key) => (key === "person" ? "(unattributed)" : key === "credit" ? totals.unattributed : "")),
    );
  return BYTE_ORDER_MARK + [keys, ...lines].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}
