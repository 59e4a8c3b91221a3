import { countAtMost } from "#lib/stats/sorted-search.ts";
import { tQuantile } from "#lib/stats/student-t.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import type { Glance } from "./replay.ts";

/** A campaign like the others is taken for unlike as often as this. */
const FALSE_ALARMS = 0.05;
/** Differences of a twentieth are never news, however alike the past campaigns were. */
const LEAST_DEVIATION = 0.05;

/**
 * Whether a campaign is unlike past ones looked at with cascades of the same ages: a mean feature of its cascades lies
 * further from theirs than Student's t allows, with Bonferroni's correction.
 * @param past at least two campaigns
 */
export function isUnlikeCampaigns(
  live: readonly Glance<CascadeTimes>[],
  past: readonly (readonly Glance<CascadeTimes>[])[],
): boolean {
  const own = campaignFeatures(live);
  const others = past.map(campaignFeatures);
  const limit = tQuantile(1 - FALSE_ALARMS / own.length / 2, others.length - 1);
  return own.some((value, i) => {
    const values = others.map((row) => row[i] ?? 0);
    const mean = values.reduce((sum, other) => sum + other, 0) / values.length;
    const variance = values.reduce((sum, other) => sum + (other - mean) ** 2, 0) / (values.length - 1);
    const deviation = Math.max(LEAST_DEVIATION, Math.sqrt(variance));
    return Math.abs(value - mean) > limit * deviation * Math.sqrt(1 + 1 / values.length);
  });
}

/** Of a campaign's cascades together: ln of shares per cascade, of late to early ones, and of indirect to direct ones; mean ln lag. */
function campaignFeatures(glances: readonly Glance<CascadeTimes>[]): Float64Array {
  let [direct, indirect, late, lags] = [0, 0, 0, 0];
  for (const { cascade, age } of glances) {
    const { times, parent } = cascade;
    const seen = countAtMost(times, age);
    for (let i = 1; age > 0 && i < seen; i++) {
      const at = times[i] ?? 0;
      if (parent[i] === 0) direct++;
      else indirect++;
      if (at > age / 2) late++;
      lags += Math.log1p(Math.max(0, at - (times[parent[i] ?? 0] ?? 0)) / 1000);
    }
  }
  const shares = direct + indirect;
  return Float64Array.of(
    Math.log((1 + shares) / glances.length),
    Math.log((1 + late) / (1 + shares - late)),
    Math.log((1 + indirect) / (1 + direct)),
    shares === 0 ? 0 : lags / shares,
  );
}
