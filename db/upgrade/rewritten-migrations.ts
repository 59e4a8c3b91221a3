/** A text under which a migration was once handed out. */
export interface EarlierText {
  readonly tag: string;
  /** SHA-256 of the text, hex, as files that ran it have it on record. */
  readonly hash: string;
  /** Whether a file that ran it has the same rows and the same schema as one that runs today's text. */
  readonly isSame: boolean;
  readonly why: string;
}

/**
 * Migrations whose text was changed after they had been handed out. A migration that is changed needs a line here;
 * without one, files that ran the earlier text are refused.
 */
export const EARLIER_TEXTS: readonly EarlierText[] = [
  {
    tag: "0000_first_house",
    hash: "401c81dc88522d89911bd9a67483703f18af9afbaf4ddca517e1e3a1389ff0cf",
    isSame: false,
    why: "its imports have no key that later tables can refer to",
  },
  {
    tag: "0007_forest_rows",
    hash: "f1cad1425cff6c0e1d782720760d10768a645c5044f55338196e63983ac73d46",
    isSame: true,
    why: "it looked up each share's country without an index, and took hours",
  },
];
