/** How much one channel carried and what came of it. */
export interface ChannelFigures {
  readonly channel: string;
  readonly shares: number;
  /** Distinct persons who shared there. */
  readonly sharers: number;
  /** Visits through the codes shared there. */
  readonly visits: number;
  readonly conversions: number;
  /** In the campaign's currency. */
  readonly value: number;
  /** Shares that hang on a share made there. */
  readonly children: number;
}
