import type { IntakeCounts } from "#lib/domain/import.ts";

/** An intake before its first row. */
export const NO_COUNTS: IntakeCounts = {
  received: 0,
  accepted: 0,
  duplicate: 0,
  quarantined: 0,
  refused: 0,
};
