import type { Estimate } from "#lib/domain/estimate.ts";
import type { CreditRule } from "#lib/estimators/credit.ts";

/** What a list of sharers can be ranked by. */
export const SHARER_SORTS = [
  "person",
  "shares",
  "cascades",
  "children",
  "descendants",
  "k",
  "conversions",
  "value",
  "credit",
  "first",
  "last",
] as const;
export type SharerSort = (typeof SHARER_SORTS)[number];

export const CREDIT_RULES = ["equal", "last", "first", "decay"] as const;
export type CreditRuleName = CreditRule["rule"];

/** One person who shared, and what came of it. Times in UTC milliseconds. */
export interface SharerRow {
  readonly person: string;
  readonly shares: number;
  /** Cascades that hold a share of theirs. */
  readonly cascades: number;
  readonly children: number;
  /** Shares below any of theirs, each once. Those of different persons overlap: never add them up. */
  readonly descendants: number;
  /** Children per share that is no seed, shrunk towards the campaign's K; null where it cannot be told. */
  readonly k: number | null;
  /** Conversions through their shares or any below, and the value of these; they overlap too. */
  readonly conversions: number;
  readonly value: number;
  /** Adds up, over all persons and with what is unattributed, to the campaign's total. */
  readonly credit: number;
  readonly first: number;
  readonly last: number;
  /** Children of theirs that they made themselves. */
  readonly selfChildren: number;
  /** Shares of theirs that state an unknown parent, and shares earlier than their parent. */
  readonly orphans: number;
  readonly skews: number;
  /** Most shares of theirs within one minute. */
  readonly burst: number;
}

/** The campaign that the ranking is of. */
export interface SharerTotals {
  readonly persons: number;
  /** Persons of more than one share. */
  readonly repeaters: number;
  readonly shares: number;
  readonly conversions: number;
  /** Of the conversions, in the campaign's currency. */
  readonly value: number;
  /** Credit is counted in conversions where none of them states a value. */
  readonly creditIn: "value" | "conversions";
  readonly unattributed: number;
  readonly k: Estimate;
  readonly dispersion: Estimate;
}

export interface SharerRanking {
  readonly rows: readonly SharerRow[];
  readonly totals: SharerTotals;
}

/** Everyone, those of more than one share, or those about whom something is worth a second look. */
export const SHARER_GROUPS = ["all", "repeat", "flagged"] as const;
export type SharerGroup = (typeof SHARER_GROUPS)[number];

/** A question to the ranking: order, page and narrowing. */
export interface SharerQuery {
  readonly sort: SharerSort;
  readonly order: "desc" | "asc";
  readonly rule: CreditRuleName;
  /** Part of a person's id, in either case; "" for all. */
  readonly search: string;
  readonly who: SharerGroup;
  /** From 1. */
  readonly page: number;
  /** The question of the page as an address writes it, without the question mark; links keep it. */
  readonly asked?: string;
}

/** One page of the ranking. */
export interface SharerPage extends SharerRanking {
  /** How many match the search and the group. */
  readonly found: number;
  /** The page shown: the last one when a later one was asked for. */
  readonly page: number;
  readonly pages: number;
}
