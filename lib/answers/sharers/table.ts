import type { Cell, Table } from "#lib/answers/table.ts";
import type { SharerPage, SharerRow } from "./sharers.ts";

interface Column {
  readonly meaning: string;
  cell(row: SharerRow): Cell;
}

const COLUMNS = {
  person: { meaning: "Pseudonym", cell: ({ person }) => person },
  shares: { meaning: "Shares of the person", cell: ({ shares }) => shares },
  repeat_sharer: {
    meaning: "1 for more than one share, else 0",
    cell: ({ shares }) => (shares > 1 ? 1 : 0),
  },
  cascades: { meaning: "Cascades that they are in", cell: ({ cascades }) => cascades },
  children: { meaning: "Shares that hang on theirs", cell: ({ children }) => children },
  descendants: {
    meaning: "Shares below theirs; they overlap between people and must not be added up",
    cell: ({ descendants }) => descendants,
  },
  k_shrunk: {
    meaning: "Children per share, drawn towards the campaign's mean where there are few",
    cell: ({ k }) => k,
  },
  conversions_below: {
    meaning: "Conversions through their shares and those below",
    cell: ({ conversions }) => conversions,
  },
  value_below: { meaning: "Value of those in the campaign's currency", cell: ({ value }) => value },
  credit: {
    meaning: "Credit for conversions by the rule chosen; it adds up to their number",
    cell: ({ credit }) => credit,
  },
  first_share_at: { meaning: "ISO 8601, UTC", cell: ({ first }) => new Date(first).toISOString() },
  last_share_at: { meaning: "ISO 8601, UTC", cell: ({ last }) => new Date(last).toISOString() },
  self_children: {
    meaning: "Shares that hang on one of the same person's",
    cell: ({ selfChildren }) => selfChildren,
  },
  orphans: { meaning: "Shares whose stated parent is unknown", cell: ({ orphans }) => orphans },
  skews: { meaning: "Shares earlier than their parent", cell: ({ skews }) => skews },
  most_shares_in_a_minute: { meaning: "Most shares within one minute", cell: ({ burst }) => burst },
} as const satisfies Readonly<Record<string, Column>>;

const columns = Object.fromEntries(Object.entries(COLUMNS).map(([key, { meaning }]) => [key, meaning]));

/** Everybody whom the page's search and group find, in its order: all rows, not a page of them. */
export const sharersTable: Table<SharerPage> = {
  columns,
  options: { rows: "all" },
  *rows({ rows }) {
    for (const row of rows) yield Object.values(COLUMNS).map(({ cell }) => cell(row));
  },
};

/** The same with the credit that nobody's share earned as a last row, so that the column adds up. */
export const sharersWithRestTable: Table<SharerPage> = {
  columns,
  isInZip: false,
  options: { rows: "all" },
  span({ rows }, { wholeAsOf }) {
    const from = rows.reduce((first, row) => Math.min(first, row.first), wholeAsOf);
    return { from, to: rows.reduce((last, row) => Math.max(last, row.last), from) + 1 };
  },
  *rows(answer, question) {
    yield* sharersTable.rows(answer, question);
    const { unattributed } = answer.totals;
    if (unattributed > 0)
      yield Object.keys(COLUMNS).map((key) =>
        key === "person" ? "(unattributed)" : key === "credit" ? unattributed : null,
      );
  },
};
