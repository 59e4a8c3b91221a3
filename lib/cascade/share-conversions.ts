/** Conversions of the people who came through one share's link. */
export interface ShareConversions {
  readonly code: string;
  readonly conversions: number;
  /** Units of the campaign's currency. */
  readonly value: number;
}
