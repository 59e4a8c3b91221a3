import type { EventLabel } from "./event.ts";
import type { IntakeCounts } from "./import.ts";
import type { IntakeOutcome, IntakeReason, IntakeSource } from "./intake.ts";

/** What one source brought: received is the sum of the other four. */
export interface SourceCounts extends IntakeCounts {
  readonly source: IntakeSource | "import";
}

/** Events that were not taken in, for one reason. */
export interface IntakeTrouble {
  readonly source: IntakeSource;
  readonly outcome: Exclude<IntakeOutcome, "accepted">;
  readonly reason: IntakeReason;
  /** "" when it is about no field. */
  readonly field: string;
  readonly count: number;
  /** UTC milliseconds of the latest. */
  readonly lastAt: number;
}

/** Visits, shares and conversions that are kept and counted apart. */
export interface LabelCount {
  readonly label: EventLabel;
  /** The app or kind of agent; "" where none is known. */
  readonly agent: string;
  readonly count: number;
}

/** Shares to know of before leaning on a figure. */
export interface SharesApart {
  /** Whose parent is a share of the same person. */
  readonly selfReferrals: number;
  /** Whose parent a browser stated without a signature of ours. */
  readonly unverified: number;
  /** Whose stated parent has yet to come. */
  readonly orphans: number;
}

/** What became of all that a campaign received, and what of it is counted apart. */
export interface IntakeReport extends SharesApart {
  readonly sources: readonly SourceCounts[];
  readonly troubles: readonly IntakeTrouble[];
  readonly labels: readonly LabelCount[];
  /** Visits that may be the sharers' own, counted with people's. */
  readonly doubtful: number;
  /** Events whose text is kept, to be tried again. */
  readonly kept: number;
}

/** An event in quarantine. */
export interface QuarantinedEvent {
  readonly id: number;
  readonly source: IntakeSource;
  readonly reason: IntakeReason;
  readonly field: string;
  readonly raw: string;
  readonly receivedAt: number;
}

/** Whether anything has arrived, and why the latest that failed did. Times are UTC milliseconds. */
export interface IntakeState {
  readonly lastAcceptedAt: number | null;
  readonly lastTrouble: IntakeTrouble | null;
}

/** How far shares got: meant, taken over by an app or the clipboard, opened by somebody. */
export interface ShareStages {
  readonly intended: number;
  readonly delivered: number;
  readonly confirmed: number;
}

/** The same of no shares at all. */
export const NO_SHARES: SharesApart & { readonly stages: ShareStages } = {
  selfReferrals: 0,
  unverified: 0,
  orphans: 0,
  stages: { intended: 0, delivered: 0, confirmed: 0 },
};
