/** What may be left out of sight where a parent and a share's code are compared. */
export const LOOSENINGS = ["case", "prefix", "link", "number"] as const;
export type Loosening = (typeof LOOSENINGS)[number];

/** What a parent of a file names, and what does not matter in it. */
export interface ParentChoice {
  readonly is: "share" | "person";
  readonly ignore: readonly Loosening[];
}

/** What taking parents to be meant so finds. */
export interface ParentMatches {
  readonly choice: ParentChoice;
  /** Shares whose parent is no share's code as it stands. */
  readonly of: number;
  /** Those of them whose parent is found. */
  readonly matches: number;
  /** Shares whose parent is a person with several shares: the latest one before is meant. */
  readonly ambiguous: number;
}

/** What was found out about the parents that the shares of a file state. */
export interface ParentReport {
  /** Shares that state a parent. */
  readonly stated: number;
  /** Those whose parent is neither in the file nor in the campaign. */
  readonly unknown: number;
  /** What finds most of the unknown ones, where anything finds a good part of them. */
  readonly cure: ParentMatches | null;
  /** What the choice has found by which the file was read; null where none was made. */
  readonly applied: ParentMatches | null;
}
