/** How often a report was opened on one day with one kind of browser. */
export interface ReportOpen {
  /** YYYY-MM-DD in the workspace's zone. */
  readonly day: string;
  readonly browser: string;
  readonly count: number;
}
