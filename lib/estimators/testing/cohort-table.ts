import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { type CohortRow, cohortByBirth, cohortParts, cohortRows } from "#lib/estimators/cohorts.ts";
import type { RtModel } from "#lib/estimators/rt-exposure.ts";

/** The cohort table of shares born between edges, with the edges of each cohort. */
export function cohortTable(
  forest: ForestShape,
  edges: readonly number[],
  model: RtModel & { readonly asOf: number; readonly dispersion: number },
): (CohortRow & { readonly from: number; readonly to: number })[] {
  const parts = cohortParts(forest, cohortByBirth(forest, edges), model);
  const judgement = { ...model, dispersion: () => model.dispersion };
  return cohortRows(parts, Math.max(0, edges.length - 1), judgement).map((row, i) => {
    return { ...row, from: edges[i] ?? 0, to: edges[i + 1] ?? 0 };
  });
}
