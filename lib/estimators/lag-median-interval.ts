import { quantile } from "#lib/stats/quantile.ts";
import type { Random } from "#lib/stats/random.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import type { LagSample } from "./lag-sample.ts";
import type { CumulativeCurve } from "./mean-cumulative-function.ts";

const DRAWS = 1000;
const MOST_AGES = 128;
/** More cascades than this are drawn in so many groups of them. */
const MOST_CLUSTERS = 500;

/**
 * 95 % percentile interval of the median lag from 1,000 draws of cascades with replacement. Many lags
 * are gathered between 128 ages at evenly spaced ranks, so that a draw costs one addition per cascade and age; more than
 * five hundred cascades are dealt to as many groups of equal numbers, which are as unlike each other as chance makes
 * them: that moves the width by 3 %, no more than the number of draws does.
 * @param curve mean cumulative function of the sample up to where it reaches, with at least one step
 */
export function lagMedianInterval(
  sample: LagSample,
  curve: CumulativeCurve,
  random: Random,
): [low: number, high: number] {
  const ages = rankedAges(curve);
  const sums = sumByCluster(sample, ages, curve.age.at(-1) as number, dealt(sample.cascades, random));
  const widths =
    ages.length === curve.age.length ? ages.map(() => 0) : ages.map((age, i) => (ages[i + 1] ?? age) - age);
  const medians: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    const median = medianOfDraw(sums, ages, widths, random);
    if (median !== null) medians.push(median);
  }
  medians.sort((a, b) => a - b);
  return [quantile(medians, 0.025), quantile(medians, 0.975)];
}

function rankedAges({ age, value }: CumulativeCurve): Float64Array {
  if (age.length <= MOST_AGES) return age;
  const whole = value.at(-1) as number;
  const ages = Array.from(
    { length: MOST_AGES },
    (_, i) => age[countAtMost(value, (i / MOST_AGES) * whole)] as number,
  );
  return Float64Array.from(new Set(ages));
}

/** The cluster of each cascade: itself, or one of five hundred groups of equal numbers. */
function dealt(cascades: number, random: Random): Int32Array {
  const places = Int32Array.from({ length: cascades }, (_, cascade) => cascade);
  if (cascades <= MOST_CLUSTERS) return places;
  // Shuffled (Fisher and Yates), or groups in the order of time would be alike.
  for (let last = cascades - 1; last > 0; last--) {
    const other = Math.floor(random.next() * (last + 1));
    const place = places[last] as number;
    places[last] = places[other] as number;
    places[other] = place;
  }
  return places.map((place) => place % MOST_CLUSTERS);
}

/** Births and leavings at every age: the entries of cluster c stand from `start[c]` to `start[c + 1]`. */
interface SumsByCluster {
  readonly start: Int32Array;
  readonly age: Int32Array;
  readonly births: Int32Array;
  /** Shares watched until this age and not until the next. */
  readonly left: Int32Array;
}

function sumByCluster(
  sample: LagSample,
  ages: Float64Array,
  last: number,
  clusterOf: Int32Array,
): SumsByCluster {
  const clusters = Math.min(sample.cascades, MOST_CLUSTERS);
  const births = new Int32Array(clusters * ages.length);
  const left = new Int32Array(clusters * ages.length);
  const count = (counts: Int32Array, cascade: number, rank: number) => {
    if (rank === 0) return;
    const place = (clusterOf[cascade] as number) * ages.length + rank - 1;
    counts[place] = (counts[place] as number) + 1;
  };
  sample.age.forEach((at, share) => {
    count(left, sample.cascade[share] as number, countAtMost(ages, at));
  });
  sample.lag.forEach((lag, child) => {
    if (lag > last) return;
    count(births, sample.cascade[sample.parent[child] as number] as number, countAtMost(ages, lag));
  });
  const start = new Int32Array(clusters + 1);
  const entries: { age: number[]; births: number[]; left: number[] } = { age: [], births: [], left: [] };
  for (let cluster = 0; cluster < clusters; cluster++) {
    for (let age = 0; age < ages.length; age++) {
      const place = cluster * ages.length + age;
      if (births[place] === 0 && left[place] === 0) continue;
      entries.age.push(age);
      entries.births.push(births[place] as number);
      entries.left.push(left[place] as number);
    }
    start[cluster + 1] = entries.age.length;
  }
  const { age, births: born, left: gone } = entries;
  return { start, age: Int32Array.from(age), births: Int32Array.from(born), left: Int32Array.from(gone) };
}

/** Null when no drawn cascade has a child. */
function medianOfDraw(
  sums: SumsByCluster,
  ages: Float64Array,
  widths: Float64Array,
  random: Random,
): number | null {
  const rises = drawnRises(sums, ages.length, random);
  const whole = rises.reduce((sum, rise) => sum + rise, 0);
  if (whole === 0) return null;
  // A rise that ends at the half must not miss it by rounding.
  let missing = (0.5 - 1e-12) * whole;
  let at = 0;
  while ((rises[at] as number) < missing) missing -= rises[at++] as number;
  return (ages[at] as number) + ((widths[at] as number) * missing) / (rises[at] as number);
}

/** By how much the mean cumulative function of as many clusters, drawn with replacement, rises at every age. */
function drawnRises({ start, age, births, left }: SumsByCluster, ages: number, random: Random): Float64Array {
  const clusters = start.length - 1;
  const times = new Int32Array(clusters);
  for (let drawn = 0; drawn < clusters; drawn++) {
    const cluster = Math.floor(random.next() * clusters);
    times[cluster] = (times[cluster] as number) + 1;
  }
  const rises = new Float64Array(ages);
  const leaving = new Float64Array(ages);
  for (let cluster = 0; cluster < clusters; cluster++) {
    const weight = times[cluster] as number;
    const end = weight === 0 ? 0 : (start[cluster + 1] as number);
    for (let entry = start[cluster] as number; entry < end; entry++) {
      const at = age[entry] as number;
      rises[at] = (rises[at] as number) + weight * (births[entry] as number);
      leaving[at] = (leaving[at] as number) + weight * (left[entry] as number);
    }
  }
  let atRisk = 0;
  for (let at = ages - 1; at >= 0; at--) {
    atRisk += leaving[at] as number;
    if (rises[at] !== 0) rises[at] = (rises[at] as number) / atRisk;
  }
  return rises;
}
