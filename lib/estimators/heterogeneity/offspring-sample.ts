import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { LagCdf } from "#lib/estimators/lag-cdf.ts";
import type { CountHistogram, ExposureGroup } from "#lib/stats/negative-binomial/sample.ts";
import { offspringCounts } from "./offspring-counts.ts";

/** Sharers of any age, with the effective shares that their ages come to. */
export interface OffspringSample {
  readonly histogram: CountHistogram;
  readonly groups: readonly ExposureGroup[];
}

/** Effective shares this close count as one group, by their mean. */
const GROUPS = 500;
/** A share with children has been watched, if only for an instant. */
const LEAST_EXPOSURE = 1e-9;

/**
 * How many sharers have how many children, and how much of their time each was watched: e = F(min(age, A)),
 * grouped so that the fit takes no time per share (METRICS §4.2). O(shares).
 * @param asOf UTC milliseconds
 * @param horizon maturity horizon A in milliseconds
 */
export function offspringSample(
  forest: ForestShape,
  asOf: number,
  horizon: number,
  lagCdf: LagCdf,
): OffspringSample {
  const counts = offspringCounts(forest, asOf, horizon);
  const histogram = new Map<number, number>();
  const exposures = new Float64Array(GROUPS + 1);
  const shares = new Float64Array(GROUPS + 1);
  const children = new Float64Array(GROUPS + 1);
  const add = (to: Float64Array, group: number, amount: number) => {
    to[group] = (to[group] ?? 0) + amount;
  };
  for (let share = 0; share < forest.size; share++) {
    const age = asOf - (forest.at[share] ?? 0);
    if (age < 0 || isSeed(forest, share)) continue;
    const count = counts[share] ?? 0;
    const exposure = Math.max(LEAST_EXPOSURE, age >= horizon ? 1 : lagCdf(age));
    const group = exposure === 1 ? GROUPS : Math.floor(exposure * GROUPS);
    histogram.set(count, (histogram.get(count) ?? 0) + 1);
    add(exposures, group, exposure);
    add(shares, group, 1);
    add(children, group, count);
  }
  const groups: ExposureGroup[] = [];
  shares.forEach((number, group) => {
    if (number === 0) return;
    groups.push({
      exposure: (exposures[group] ?? 0) / number,
      shares: number,
      children: children[group] ?? 0,
    });
  });
  return { histogram, groups };
}
