/** Why a row could not become an event. Each has a sentence in every language's catalogue. */
export const EVENT_FAULT_REASONS = [
  "missing",
  "too-long",
  "control-character",
  "invalid-utf8",
  "not-a-date",
  "no-such-time",
  "wrong-weekday",
  "other-calendar",
  "other-date-order",
  "other-time-form",
  "half-of-day-missing",
  "unknown-zone",
  "digits-lost",
  "date-without-zone",
  "before-1990",
  "in-the-future",
  "not-a-number",
  "other-decimal-mark",
  "negative",
  "out-of-range",
  "unknown-choice",
  "currency-without-value",
  "wrong-currency",
  "code-taken",
  "too-deep",
  "too-few-fields",
  "too-many-fields",
  "not-an-object",
  "too-nested",
  "wrong-type",
  "unknown-field",
] as const;
export type EventFaultReason = (typeof EVENT_FAULT_REASONS)[number];

/** The field at fault and why. */
export interface EventFault {
  readonly field: string;
  readonly reason: EventFaultReason;
}
