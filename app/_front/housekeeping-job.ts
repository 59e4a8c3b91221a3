/** What the housekeeping thread is given. */
export interface HousekeepingJob {
  readonly databasePath: string;
}

/** What it found and did. */
export interface HousekeepingReport {
  /** What is damaged in the file; none in a sound one. */
  readonly damage: readonly string[];
  /** Rows of quarantine that were forgotten. */
  readonly forgotten: number;
}
