import type { NamedCells } from "#lib/answers/table.ts";
import type { Estimate } from "#lib/domain/estimate.ts";

/** The five cells that an estimate is expected in. */
export function estimated(key: string, estimate: Estimate): NamedCells {
  const isKnown = estimate.value !== null;
  return {
    [key]: estimate.value,
    [`${key}_low_95`]: estimate.low ?? null,
    [`${key}_high_95`]: highCell(estimate),
    [`${key}_note`]: estimate.note ?? (isKnown ? null : estimate.why),
    [`${key}_within_ms`]: isKnown ? (estimate.within ?? null) : null,
  };
}

function highCell(estimate: Estimate): number | string | null {
  if (estimate.value === null) return null;
  return estimate.high === Number.POSITIVE_INFINITY ? "infinity" : (estimate.high ?? null);
}
