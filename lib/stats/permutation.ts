import { type Random, seededRandom } from "./random.ts";

/** One cluster's part of a ratio of sums Σy/Σx. */
export interface Cluster {
  /** 0 or above; 0 leaves the cluster out. */
  readonly x: number;
  /** 0 or above. */
  readonly y: number;
}

/** What came of dealing the clusters to the arms anew. */
interface Permutation {
  /** The statistic as observed. */
  readonly q: number;
  /** Deals looked at, the observed one among them. */
  readonly deals: number;
  /** Deals that set the arms at least as far apart as the observed one. */
  readonly asLarge: number;
  readonly p: number;
}

/** For random deals: fixed, so that equal clusters give equal answers. */
const SEED = 3;
const MOST_DEALS = 10_000;
/** Equal statistics may differ by rounding, as their terms come in another order. */
const ROUNDING = 1e-12;
/** Half a child stands where an arm has none, as its logarithm needs one. */
const LEAST = 0.5;

/**
 * Permutation test over clusters that all arms have the same ratio Σy/Σx (METRICS §7.1): the studentised distance of
 * the arms, Q = Σ (L − mean)²/s² over L = ln(Σy/Σx), among all ways to deal the clusters to arms of the same numbers;
 * of more than 10,000 ways, 10,000 random ones. Studentised, it keeps its level for arms of unlike numbers and unlike
 * spread. O(clusters) a deal.
 *
 * Sources: Janssen 1997; Chung and Romano 2013.
 *
 * @returns null unless there are two arms or more, all of two clusters or more, and some y
 */
export function permutationTest(
  arms: readonly (readonly Cluster[])[],
  random: Random = seededRandom(SEED),
): Permutation | null {
  const groups = arms.map((arm) => arm.filter(({ x }) => x > 0)).toSorted((a, b) => a.length - b.length);
  const clusters = groups.flat();
  const numbers = groups.map(({ length }) => length);
  if (numbers.length < 2 || (numbers[0] ?? 0) < 2 || clusters.every(({ y }) => y === 0)) return null;
  const distance = distanceOf(clusters, numbers);
  const label = Int32Array.from(groups.flatMap((group, arm) => group.map(() => arm)));
  const order = Int32Array.from(clusters.keys());
  const q = distance(order, label);
  const least = q * (1 - ROUNDING) - ROUNDING;
  const ways = waysToDeal(numbers);
  let asLarge = 0;
  if (ways <= MOST_DEALS) {
    // From labels in ascending order on, every way comes once.
    do if (distance(order, label) >= least) asLarge += 1;
    while (toNextWay(label));
    return { q, deals: ways, asLarge, p: asLarge / ways };
  }
  // The largest arm takes what the others leave, so that its clusters need no draw.
  const places = clusters.length - (numbers.at(-1) ?? 0);
  for (let deal = 0; deal < MOST_DEALS; deal++) {
    shuffle(order, places, random);
    if (distance(order, label) >= least) asLarge += 1;
  }
  return { q, deals: MOST_DEALS + 1, asLarge: asLarge + 1, p: (asLarge + 1) / (MOST_DEALS + 1) };
}

/** n!/(a! b! …); of many ways, only that there are too many to look at them all. */
function waysToDeal(numbers: readonly number[]): number {
  let [ways, dealt] = [1, 0];
  for (const number of numbers) {
    for (let i = 1; i <= number && ways <= MOST_DEALS; i++) {
      dealt += 1;
      ways = Math.round((ways * dealt) / i);
    }
  }
  return ways;
}

/** Q of a deal: the cluster at each place of `order` goes to the arm at the same place of `label`. */
function distanceOf(clusters: readonly Cluster[], numbers: readonly number[]) {
  const x = Float64Array.from(clusters, (one) => one.x);
  const y = Float64Array.from(clusters, (one) => one.y);
  const sums = numbers.map(() => new Float64Array(5));
  return (order: Int32Array, label: Int32Array): number => {
    for (const sum of sums) sum.fill(0);
    for (let place = 0; place < order.length; place++) {
      const cluster = order[place] as number;
      const [sum, xs, ys] = [
        sums[label[place] as number] as Float64Array,
        x[cluster] as number,
        y[cluster] as number,
      ];
      sum[0] = (sum[0] as number) + xs;
      sum[1] = (sum[1] as number) + ys;
      sum[2] = (sum[2] as number) + xs * xs;
      sum[3] = (sum[3] as number) + xs * ys;
      sum[4] = (sum[4] as number) + ys * ys;
    }
    let [weights, mean, squares] = [0, 0, 0];
    sums.forEach((sum, arm) => {
      const { log, variance } = logRatioOf(sum, numbers[arm] as number);
      // West's running mean and sum of squares, weighted by 1/s².
      const weight = 1 / variance;
      weights += weight;
      const off = log - mean;
      mean += (off * weight) / weights;
      squares += weight * off * (log - mean);
    });
    return squares;
  };
}

/** ln(Σy/Σx) of an arm, and its variance: that between clusters, and not below that of independent children. */
function logRatioOf(sums: Float64Array, clusters: number): { log: number; variance: number } {
  const [x = 0, y = 0, xx = 0, xy = 0, yy = 0] = sums;
  const ratio = y / x;
  const some = Math.max(y, LEAST);
  const between = Math.max(0, yy - 2 * ratio * xy + ratio * ratio * xx) / (some * some);
  return {
    log: Math.log(some / x),
    variance: Math.max((clusters / (clusters - 1)) * between, 1 / some),
  };
}

/** The next arrangement of labels in the order of dictionaries; false after the last. */
function toNextWay(label: Int32Array): boolean {
  let pivot = label.length - 2;
  while (pivot >= 0 && (label[pivot] as number) >= (label[pivot + 1] as number)) pivot -= 1;
  if (pivot < 0) return false;
  let swapped = label.length - 1;
  while ((label[swapped] as number) <= (label[pivot] as number)) swapped -= 1;
  swap(label, pivot, swapped);
  label.subarray(pivot + 1).reverse();
  return true;
}

/** Fisher and Yates's shuffle, of the first places only. */
function shuffle(order: Int32Array, places: number, random: Random): void {
  for (let i = 0; i < places; i++) swap(order, i, i + Math.floor(random.next() * (order.length - i)));
}

function swap(values: Int32Array, i: number, j: number): void {
  const value = values[i] as number;
  values[i] = values[j] as number;
  values[j] = value;
}
