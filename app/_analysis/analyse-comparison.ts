import { readForestInput } from "#db/inputs/read-forest-input.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ArmComparison } from "#lib/metrics/analysis/arm-comparison.ts";
import { compareCascades } from "#lib/metrics/analysis/compare-cascades.ts";
import { lagsInput } from "#lib/metrics/inputs/lags-input.ts";

/** Whether a campaign's channels, and the variants of its test if it has one, differ in K as of an instant. */
export function analyseComparison(
  scope: Scope<"campaigns.read">,
  { campaignId, asOf, horizon }: { campaignId: number; asOf: number; horizon: number },
): { channels: ArmComparison; variants: ArmComparison } {
  const forest = readForestInput(scope, { campaignId, asOf });
  const { interval } = lagsInput(forest, asOf, horizon);
  const frame = { asOf, horizon, lagCdf: interval.cdf };
  return {
    channels: compareCascades(forest, "channel", frame),
    variants: compareCascades(forest, "variant", frame),
  };
}
