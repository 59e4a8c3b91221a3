import type { IntakeCounts } from "#lib/domain/import.ts";

/** Faulty rows of one import kept with their text; those beyond are counted only. */
export const QUARANTINE_MAX = 100_000;

/** Counts of an intake after another batch; faulty rows that quarantine has no room for are refused. */
export function addIntake(
  before: IntakeCounts,
  batch: { readonly accepted: number; readonly duplicate: number; readonly faulty: number },
): IntakeCounts {
  const kept = Math.min(batch.faulty, QUARANTINE_MAX - before.quarantined);
  return {
    received: before.received + batch.accepted + batch.duplicate + batch.faulty,
    accepted: before.accepted + batch.accepted,
    duplicate: before.duplicate + batch.duplicate,
    quarantined: before.quarantined + kept,
    refused: before.refused + batch.faulty - kept,
  };
}
