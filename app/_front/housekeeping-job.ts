/** What the housekeeping thread is given: the day's round, or a log that has grown too long. */
export interface HousekeepingJob {
  readonly task: "round" | "log";
  readonly databasePath: string;
}

/** What a round found and did. */
export interface HousekeepingReport {
  /** What is damaged in the file; none in a sound one. */
  readonly damage: readonly string[];
  /** Rows of quarantine that were forgotten. */
  readonly forgotten: number;
}
