import type { Cluster } from "#lib/stats/permutation.ts";
import { type ArmShares, clustersAt, clustersSpread, curveAt, partOf, reachOf } from "./arm-shares.ts";
import { defaultKernel } from "./lag-distribution.ts";
import type { ArmsHistory } from "./standing-arms.ts";

const LEAST_LAGS = 50;

/**
 * Arms compared by K (METRICS §7.1): x are effective shares, by the arm's own distribution of lags where all compared
 * have 50 lags and by that of all together otherwise; children are counted up to the age to which all were watched.
 * @param horizon maturity horizon in milliseconds
 */
export function armsOfK(arms: readonly ArmShares[], horizon: number): ArmsHistory {
  const keptFor = { asOf: Number.NaN, counts: new Map<string, readonly Cluster[]>() };
  /** By its own lags: null where they are too few. Kept for the instant, as every pair asks again. */
  const byOwnLags = (arm: number, asOf: number, cut: number): readonly Cluster[] | null => {
    if (keptFor.asOf !== asOf) Object.assign(keptFor, { asOf, counts: new Map() });
    const key = `${arm} ${cut}`;
    const known = keptFor.counts.get(key);
    if (known !== undefined) return known.length === 0 ? null : known;
    const shares = arms[arm];
    if (shares === undefined) return null;
    const curve = curveAt([shares], asOf, cut);
    const counts = curve.lags < LEAST_LAGS ? [] : clustersAt(shares, asOf, { cut, part: partOf(curve) });
    keptFor.counts.set(key, counts);
    return counts.length === 0 ? null : counts;
  };
  return {
    arms: arms.length,
    most: (arm, asOf) => {
      const shares = arms[arm];
      return shares === undefined ? 0 : clustersSpread(shares, asOf);
    },
    at: (asked, asOf) => {
      const chosen = asked.flatMap((arm) => arms[arm] ?? []);
      const cut = Math.min(...chosen.map((arm) => reachOf(arm, asOf, horizon)));
      const own = asked.flatMap((arm) => {
        const counts = byOwnLags(arm, asOf, cut);
        return counts === null ? [] : [counts];
      });
      if (own.length === asked.length) return { unit: 1, counts: own, pooledLags: false, within: cut };
      const curve = curveAt(chosen, asOf, cut);
      const partFor = () => (curve.lags < LEAST_LAGS ? defaultKernel(cut).cdf : partOf(curve));
      const counts = chosen.map((arm) => clustersAt(arm, asOf, { cut, part: partFor() }));
      return { unit: 1, counts, pooledLags: true, within: cut };
    },
  };
}
