import { chosenForest } from "#app/_analysis/chosen-forest.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ArmComparison } from "#lib/answers/compare/arm-comparison.ts";
import { compareCascades } from "#lib/answers/compare/compare-cascades.ts";
import { lagsInput } from "#lib/estimators/timing/lags-input.ts";
import type { Filter } from "#lib/query/query.ts";

/** Whether a campaign's channels, and the variants of its test if it has one, differ in K as of an instant. */
export function analyseComparison(
  scope: Scope<"campaigns.read">,
  {
    campaignId,
    asOf,
    horizon,
    filters,
  }: { campaignId: number; asOf: number; horizon: number; filters?: readonly Filter[] },
): { channels: ArmComparison; variants: ArmComparison } {
  const forest = chosenForest(scope, { campaignId, asOf, horizon, filters });
  const lags = lagsInput(forest, asOf, horizon);
  const frame = { asOf, horizon, lagCdf: lags.interval.cdf };
  return {
    channels: compareCascades(forest, "channel", frame),
    variants: compareCascades(forest, "variant", frame),
  };
}
