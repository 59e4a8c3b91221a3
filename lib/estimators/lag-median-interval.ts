import { quantile } from "#lib/stats/quantile.ts";
import type { Random } from "#lib/stats/random.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import type { LagSample } from "./lag-sample.ts";
import type { CumulativeCurve } from "./mean-cumulative-function.ts";

const DRAWS = 1000;
const MOST_AGES = 128;

/**
 * 95 % percentile interval of the median lag from 1,000 draws of cascades with replacement. Many lags
 * are gathered between 128 ages at evenly spaced ranks, so that a draw costs one addition per cascade and age.
 * @param curve mean cumulative function of the sample up to where it reaches, with at least one step
 */
export function lagMedianInterval(
  sample: LagSample,
  curve: CumulativeCurve,
  random: Random,
): [low: number, high: number] {
  const ages = rankedAges(curve);
  const sums = sumByCascade(sample, ages, curve.age.at(-1) as number);
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

/** Births and leavings at every age: the entries of cascade c stand from `start[c]` to `start[c + 1]`. */
interface SumsByCascade {
  readonly start: Int32Array;
  readonly age: Int32Array;
  readonly births: Int32Array;
  /** Shares watched until this age and not until the next. */
  readonly left: Int32Array;
}

function sumByCascade(sample: LagSample, ages: Float64Array, last: number): SumsByCascade {
  const start = new Int32Array(sample.cascades + 1);
  const entries: { age: number[]; births: number[]; left: number[] } = { age: [], births: [], left: [] };
  const births = new Int32Array(ages.length);
  const left = new Int32Array(ages.length);
  let share = 0;
  let child = 0;
  for (let cascade = 0; cascade < sample.cascades; cascade++) {
    for (; sample.cascade[share] === cascade; share++)
      count(left, countAtMost(ages, sample.age[share] as number));
    for (; sample.cascade[sample.parent[child] as number] === cascade; child++) {
      const lag = sample.lag[child] as number;
      if (lag <= last) count(births, countAtMost(ages, lag));
    }
    for (let age = 0; age < ages.length; age++) {
      if (births[age] === 0 && left[age] === 0) continue;
      entries.age.push(age);
      entries.births.push(births[age] as number);
      entries.left.push(left[age] as number);
    }
    births.fill(0);
    left.fill(0);
    start[cascade + 1] = entries.age.length;
  }
  const { age, births: born, left: gone } = entries;
  return { start, age: Int32Array.from(age), births: Int32Array.from(born), left: Int32Array.from(gone) };
}

function count(counts: Int32Array, rank: number): void {
  if (rank > 0) counts[rank - 1] = (counts[rank - 1] as number) + 1;
}

/** Null when no drawn cascade has a child. */
function medianOfDraw(
  sums: SumsByCascade,
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

/** By how much the mean cumulative function of as many cascades, drawn with replacement, rises at every age. */
function drawnRises({ start, age, births, left }: SumsByCascade, ages: number, random: Random): Float64Array {
  const cascades = start.length - 1;
  const times = new Int32Array(cascades);
  for (let drawn = 0; drawn < cascades; drawn++) {
    const cascade = Math.floor(random.next() * cascades);
    times[cascade] = (times[cascade] as number) + 1;
  }
  const rises = new Float64Array(ages);
  const leaving = new Float64Array(ages);
  for (let cascade = 0; cascade < cascades; cascade++) {
    const weight = times[cascade] as number;
    const end = weight === 0 ? 0 : (start[cascade + 1] as number);
    for (let entry = start[cascade] as number; entry < end; entry++) {
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
