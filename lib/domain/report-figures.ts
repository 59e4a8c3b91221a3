/** The days that a report shows, and the instants between which they lie. */
export interface ReportWindow {
  /** YYYY-MM-DD in the workspace's zone, both included; null: from the first share, to the last. */
  readonly fromDay: string | null;
  readonly toDay: string | null;
  /** UTC milliseconds; from `from` on, before `to`. */
  readonly from: number;
  readonly to: number;
}

/** The days that a reader asks for; an absent one is the link's own. */
export interface ReportRequest {
  readonly fromDay?: string | undefined;
  readonly toDay?: string | undefined;
}

/** One cascade as a report shows it; under aliases it has no code and its person no name of theirs. */
export interface ReportCascade {
  readonly root: string | null;
  /** Null: its made-up name cannot be worked out, for its key is sealed with a secret that the server has lost. */
  readonly person: string | null;
  readonly channel: string;
  readonly size: number;
  readonly sharers: number;
  readonly depth: number;
  readonly structuralVirality: number | null;
  readonly startedAt: number;
  readonly lastAt: number;
}
