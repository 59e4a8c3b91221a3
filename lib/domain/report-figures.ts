import type { Overview } from "./overview.ts";

/** The days that a report shows, and the instants between which they lie. */
export interface ReportWindow {
  /** YYYY-MM-DD in the workspace's zone, both included; null: from the first share, to the last. */
  readonly fromDay: string | null;
  readonly toDay: string | null;
  /** UTC milliseconds, whole hours; from `from` on, before `to`. */
  readonly from: number;
  readonly to: number;
}

/** The days that a reader asks for; an absent one is the link's own. */
export interface ReportRequest {
  readonly fromDay?: string | undefined;
  readonly toDay?: string | undefined;
}

/** Figures of a window: shares, reach and seeds of its days; the rest of the cascades that began in them. */
export interface ReportOverview extends Omit<Overview, "setAside" | "firstShareAt" | "lastShareAt"> {
  /** Cascades that began in the window. */
  readonly cascades: number;
  readonly skews: number;
  readonly cuts: number;
}

/** One cascade as a report shows it; under aliases it has no code and its person no name of theirs. */
export interface ReportCascade {
  readonly root: string | null;
  readonly person: string;
  readonly channel: string;
  readonly size: number;
  readonly reach: number;
  readonly depth: number;
  readonly structuralVirality: number | null;
  readonly startedAt: number;
  readonly lastAt: number;
}

/** Stages that a report counts, from seeing the campaign to sharing it again. */
export const REPORT_STAGES = [
  "seen",
  "intended",
  "delivered",
  "visited",
  "converted",
  "sharedAgain",
] as const;
export type ReportStage = (typeof REPORT_STAGES)[number];
