import { readCascadesInput } from "#db/inputs/read-cascades-input.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ArmComparison } from "#lib/metrics/analysis/arm-comparison.ts";
import { compareCascades } from "#lib/metrics/analysis/compare-cascades.ts";

/** Whether a campaign's channels, and the variants of its test if it has one, differ in K. */
export function analyseComparison(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): { channels: ArmComparison; variants: ArmComparison } {
  const { cascades } = readCascadesInput(scope, { campaignId });
  return { channels: compareCascades(cascades, "channel"), variants: compareCascades(cascades, "variant") };
}
