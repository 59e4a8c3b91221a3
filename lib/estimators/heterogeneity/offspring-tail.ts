import { negativeBinomialSurvival } from "#lib/stats/negative-binomial/distribution.ts";
import type { NegativeBinomialFit } from "#lib/stats/negative-binomial/fit.ts";
import type { CountHistogram } from "#lib/stats/negative-binomial/sample.ts";

/** P(X ≥ children) as counted, and as the fit has it. */
export interface OffspringTailPoint {
  readonly children: number;
  readonly seen: number;
  /** Null without a fit. */
  readonly fitted: number | null;
}

/** Both tails at every number of children that occurs, ascending: the fit is shown over the data or not at all. */
export function offspringTail(
  histogram: CountHistogram,
  model: Pick<NegativeBinomialFit, "mean" | "dispersion"> | null,
): OffspringTailPoint[] {
  const counts = [...histogram].sort(([a], [b]) => a - b);
  const shares = counts.reduce((sum, [, having]) => sum + having, 0);
  const dispersion = model?.dispersion ?? null;
  let above = shares;
  return counts.map(([children, having]) => {
    const seen = above / shares;
    above -= having;
    const fitted =
      model === null || dispersion === null
        ? null
        : negativeBinomialSurvival(children, model.mean, dispersion);
    return { children, seen, fitted };
  });
}
