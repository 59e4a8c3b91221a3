/** What the campaign cost. */
export interface SpendInput {
  /** In units of `currency`; null when nobody said. */
  readonly amount: number | null;
  readonly currency: string | null;
}
