import type { CohortParts } from "#lib/estimators/cohorts.ts";

/** Parts of a table of cascades (rows) by cohorts, mature where only effective shares are given. */
export function partsOf(
  children: readonly (readonly number[])[],
  effective: readonly (readonly number[])[],
): CohortParts {
  return effective
    .map((row, j) =>
      row.flatMap((shares, cohort) =>
        shares > 0 ? [{ cohort, shares, effective: shares, children: children[j]?.[cohort] ?? 0 }] : [],
      ),
    )
    .filter((row) => row.length > 0);
}
