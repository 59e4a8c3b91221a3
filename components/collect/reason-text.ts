import { rowFaultText } from "#components/imports/row-fault-text.ts";
import { type IntakeReason, REFUSAL_REASONS, type RefusalReason } from "#lib/domain/intake.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const REFUSALS: ReadonlySet<string> = new Set(REFUSAL_REASONS);

function isRefusal(reason: IntakeReason): reason is RefusalReason {
  return REFUSALS.has(reason);
}

/** Why an event was not taken in, in words; the field is named where the reason is about one. */
export function reasonText(reason: IntakeReason, field: string, t: Translate): string {
  if (isRefusal(reason)) return t(`collect.reason.${reason}`);
  // A field that its producer made up has no name of ours.
  const words = rowFaultText({ field, reason }, t);
  return reason === "unknown-field" && field !== "" ? `${words} (\u2068${field}\u2069)` : words;
}
