import type { LagCdf } from "#lib/estimators/lag-cdf.ts";
import type { AgeBuckets } from "./age-buckets.ts";
import { kReport, type ReproductionNumber } from "./k-report.ts";
import type { Population } from "./lag-sample.ts";

const LEAST_SHARES = 10;
const LEAST_CASCADES = 3;

/**
 * `reproductionNumber` from counts by age, in O(buckets) per cascade and without the forest. Ages count as the
 * edge at or below them: exact when all stand on edges; else a little low, as shares are taken to be watched
 * from the edge on. One cascade has no interval, as its counts do not tell its shares apart.
 *
 * @param cascades those with at least one share of the population
 * @param edges where buckets begin, as given to `ageBuckets`
 * @param lagCdf when children come; only the bound of a childless sample leans on it
 */
export function bucketedReproductionNumber(
  population: Population,
  cascades: readonly Pick<AgeBuckets, "shares" | "children">[],
  edges: Float64Array,
  lagCdf: LagCdf,
): ReproductionNumber {
  const last = edges.length - 1;
  const shares = total(cascades.map((cascade) => cascade.shares));
  const births = total(cascades.map((cascade) => cascade.children));
  const atRisk = fromAboveSums(shares);
  const oldest = new Float64Array(edges.length);
  for (const cascade of cascades) {
    const bucket = cascade.shares.findLastIndex((count) => count > 0);
    oldest[bucket] = (oldest[bucket] as number) + 1;
  }
  const watched = fromAboveSums(oldest);
  const enough = (bucket: number) =>
    (atRisk[bucket] as number) >= Math.min(LEAST_SHARES, atRisk[0] ?? 0) &&
    (watched[bucket] as number) >= Math.min(LEAST_CASCADES, cascades.length);
  const reach = births.every((count) => count === 0)
    ? last
    : edges.findLastIndex((_, bucket) => enough(bucket));
  const within = edges[reach] as number;
  const seen = births.subarray(0, reach + 1);
  const k = seen.reduce((sum, count, bucket) => sum + (count && count / (atRisk[bucket] as number)), 0);
  return kReport({
    population,
    horizon: edges[last] as number,
    within,
    shares: atRisk[0] ?? 0,
    children: seen.reduce((sum, count) => sum + count, 0),
    cascades: cascades.length,
    k,
    error: k > 0 ? { byShare: null, byCascade: clusteredError(cascades, seen, atRisk) } : null,
    effectiveShares: () =>
      shares.reduce(
        (sum, count, bucket) =>
          sum + (count * lagCdf(Math.min(edges[bucket] as number, within))) / lagCdf(within),
        0,
      ),
  });
}

/** The influence of a cascade is that of `clusteredError`, summed by bucket. */
function clusteredError(
  cascades: readonly Pick<AgeBuckets, "shares" | "children">[],
  births: Float64Array,
  atRisk: Float64Array,
): number | null {
  const m = cascades.length;
  if (m < 2) return null;
  let squares = 0;
  for (const { shares, children } of cascades) {
    const own = fromAboveSums(shares);
    let influence = 0;
    births.forEach((count, bucket) => {
      if (count === 0) return;
      const risk = atRisk[bucket] as number;
      const expected = ((own[bucket] as number) * count) / risk;
      influence += ((children[bucket] as number) - expected) / risk;
    });
    squares += influence * influence;
  }
  return Math.sqrt((m / (m - 1)) * squares);
}

function total(counts: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(counts[0]?.length ?? 0);
  for (const one of counts) {
    one.forEach((count, bucket) => {
      sums[bucket] = (sums[bucket] as number) + count;
    });
  }
  return sums;
}

/** Sums of every entry and those after it. */
function fromAboveSums(counts: Float64Array): Float64Array {
  const sums = counts.slice();
  for (let i = sums.length - 2; i >= 0; i--) sums[i] = (sums[i] as number) + (sums[i + 1] as number);
  return sums;
}
