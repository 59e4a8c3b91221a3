import type { Estimate } from "#lib/domain/estimate.ts";
import type { ProgenyLaw } from "#lib/stats/total-progeny.ts";
import { type Progeny, totalProgenyAtLeast, totalProgenyAverage } from "#lib/stats/total-progeny.ts";
import type { OffspringFit } from "./offspring-fit.ts";

/** Who is about to share, and what is known of sharers. */
export interface MoreSharesInput {
  /** Shares that children are still expected of. */
  readonly seeds: number;
  /** Children expected of each of those; as of any sharer when left out. */
  readonly seedLaw?: ProgenyLaw;
  /** K of sharers. */
  readonly k: Estimate;
  readonly fit: Pick<OffspringFit, "isHeavier"> & { readonly dispersion: number };
}

/** Half the width of a 95 % interval in standard deviations. */
const Z = 1.959963984540054;

/**
 * Probability that the seeds bring at least `more` shares, averaged over the uncertainty of K and with the
 * answers for the ends of K's interval as its own (METRICS §4.4). Null where the offspring of shares have a
 * heavier tail than the model, which would understate large cascades.
 * @param more whole, 0 or above; time grows with it, and with its square where seeds have their own law
 */
export function moreShares(more: number, { seeds, seedLaw, k, fit }: MoreSharesInput): Estimate {
  if (k.value === null) return k;
  if (fit.isHeavier) return { value: null, why: "too-few", note: "heavier-tail" };
  const progeny = (mean: number): Progeny => {
    const plain = { seeds, law: { mean, dispersion: fit.dispersion } };
    return seedLaw === undefined ? plain : { ...plain, seedLaw };
  };
  const { value, low, high, note } = k;
  if (low === undefined || high === undefined) {
    return { value: totalProgenyAtLeast(more, progeny(value)), note: "optimistic" };
  }
  const below = totalProgenyAtLeast(more, progeny(low));
  const above = totalProgenyAtLeast(more, progeny(high));
  if (value === 0) return { value: below, low: below, high: above, note: "optimistic" };
  const average = totalProgenyAverage(more, progeny(value), Math.log(high / value) / Z);
  const estimate = { value: average, low: Math.min(below, average), high: Math.max(above, average) };
  return note === undefined ? estimate : { ...estimate, note };
}
