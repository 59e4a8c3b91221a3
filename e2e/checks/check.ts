/** Where a test stands, and titles that it has there, as they are written or a part of them. */
export type Held = readonly [file: string, ...titles: string[]];

/** What the product promises about security and reliability, and what holds it. */
export interface Check {
  readonly number: number;
  /** What is to be true, in a sentence. */
  readonly promise: string;
  readonly held: readonly Held[];
  /** What of it nothing holds, or is not so; null where all is. */
  readonly open: string | null;
}

/** One of the checks of the list. */
export function check(
  number: number,
  promise: string,
  held: readonly Held[],
  open: string | null = null,
): Check {
  return { number, promise, held, open };
}
