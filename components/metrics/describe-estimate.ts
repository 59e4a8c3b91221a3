import type { Estimate } from "#lib/domain/estimate.ts";
import { durationParts } from "#lib/format/format-duration.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import type { Translate } from "#lib/i18n/translator.ts";

export interface EstimateWords {
  /** The value in its unit; null where it is not known. */
  readonly value: string | null;
  /** "0.371 to 0.397"; null without an interval. */
  readonly range: string | null;
  /** What to know before leaning on it, or why it is not known. */
  readonly note: string | null;
}

/** An estimate in words: infinity is one, and what is not known has a reason. */
export function describeEstimate(
  estimate: Estimate,
  format: (value: number) => string,
  t: Translate,
): EstimateWords {
  const write = (value: number) => (Number.isFinite(value) ? format(value) : t("metrics.infinite"));
  const note = noteOf(estimate, t);
  const key = rangeKey(estimate);
  const { low = 0, high = 0 } = estimate;
  const range = key === null ? null : t(key, { low: write(low), high: write(high) });
  if (estimate.value === null) {
    return { value: null, range, note: note ?? t(`metrics.why.${estimate.why}`) };
  }
  return { value: write(estimate.value), range, note };
}

function noteOf(estimate: Estimate, t: Translate): string | null {
  const said = estimate.note === undefined ? null : t(`metrics.note.${estimate.note}`);
  if (estimate.value === null || estimate.within === undefined) return said;
  const { unit, count: age } = durationParts(estimate.within);
  const within = t("metrics.note.within", { unit, age });
  // The age says more than that it was short; any other note is about something else.
  return said === null || estimate.note === "shortened-horizon" ? within : `${within}. ${said}`;
}

function rangeKey({ low, high }: { readonly low?: number; readonly high?: number }): MessageKey | null {
  if (high === undefined) return low === undefined ? null : "metrics.range.plainFrom";
  if (low === undefined) return "metrics.range.plainUpTo";
  return high === Number.POSITIVE_INFINITY ? "metrics.range.plainFrom" : "metrics.range.plain";
}
