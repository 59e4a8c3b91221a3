import { EVENT_FAULT_REASONS } from "./event-fault.ts";

/** Who reports an event as it happens. */
export const INTAKE_SOURCES = ["browser", "server", "redirect", "team"] as const;
export type IntakeSource = (typeof INTAKE_SOURCES)[number];

/** What becomes of an event that reaches the collector: received is the sum of the four. */
export const INTAKE_OUTCOMES = ["accepted", "duplicate", "quarantined", "refused"] as const;
export type IntakeOutcome = (typeof INTAKE_OUTCOMES)[number];

/** Why an event is not taken in, although it can be read; a conflict is a duplicate that says otherwise. */
export const REFUSAL_REASONS = [
  // No longer given; counts of old still name it.
  "self-parent",
  "loop",
  "forged-code",
  "foreign-code",
  "code-taken",
  "server-only",
  "conflict",
  "origin-not-allowed",
  "rate-limited",
  "too-large",
  "unreadable-body",
  "paused",
  "blocked",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const INTAKE_REASONS = [...EVENT_FAULT_REASONS, ...REFUSAL_REASONS] as const;
export type IntakeReason = (typeof INTAKE_REASONS)[number];

/** The answer for one event of a request, in the order of the request. */
export interface IntakeResult {
  readonly outcome: IntakeOutcome;
  /** The event's id: the producer's, or the one that we derived. */
  readonly id?: string;
  readonly field?: string;
  readonly reason?: IntakeReason;
}
