import { countAtMost } from "#lib/stats/sorted-search.ts";
import type { LagSample } from "./lag-sample.ts";
import type { CumulativeCurve } from "./mean-cumulative-function.ts";

/** Cascades with a larger part of the shares at risk, and the largest ones, are left out exactly. */
const LARGE_PART = 0.02;
const LARGEST = 50;
/** Cascades times event ages below which all are left out exactly: some tens of milliseconds. */
const LITTLE_WORK = 10_000_000;

/** K within an age, and the same without each cascade in turn. */
export interface LeaveOneOutK {
  /** Children within the age. */
  readonly children: number;
  /** Of each cascade: its children within the age, and those that its shares would have if it were like all. */
  readonly born: Float64Array;
  readonly expected: Float64Array;
  /** K without each cascade; where that leaves no child, as if half a child were left. */
  readonly without: Float64Array;
}

/**
 * Leaves every cascade out of a mean cumulative function in turn (METRICS §2.2): K₋ⱼ = Σ (d − dⱼ)/(Y − Yⱼ) over
 * event ages, an age at which nobody else was watched left out. A cascade that is small at every age is left out by
 * its influence K − ψⱼ, which is off by at most a fiftieth of what it adds and takes; O(events) for each of the
 * others, and for all where that is little work.
 * @param steps events of the curve up to the age of interest, 1 or more
 * @param littleWork cascades times events up to which all are left out exactly
 */
export function leaveOneOutK(
  sample: LagSample,
  curve: CumulativeCurve,
  steps: number,
  littleWork = LITTLE_WORK,
): LeaveOneOutK {
  const groups = groupByCascade(sample, curve, steps);
  const { born, expected, influence, part, sizes } = groups;
  const children = born.reduce((sum, count) => sum + count, 0);
  const k = curve.value[steps - 1] ?? 0;
  const isLittle = LARGEST >= sizes.length || sizes.length * steps <= littleWork;
  const largest = new Set(isLittle ? [] : largestOf(sizes));
  const without = Float64Array.from(influence, (psi, j) => {
    const left =
      isLittle || (part[j] ?? 0) >= LARGE_PART || largest.has(j)
        ? exactWithout(groups, curve, steps, j)
        : k - psi;
    if (left > 0) return left;
    const others = children - (expected[j] ?? 0);
    // Where nobody else was ever watched, leaving the cascade out tells nothing.
    return others > 1e-9 * children ? k / 2 / others : k;
  });
  return { children, born, expected, without };
}

/** The largest cascades, so many of them even where others are as large. */
function largestOf(sizes: Int32Array): number[] {
  return [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0)).slice(0, LARGEST);
}

interface Groups {
  readonly born: Float64Array;
  readonly expected: Float64Array;
  readonly influence: Float64Array;
  /** Largest part of the shares at risk at any event age. */
  readonly part: Float64Array;
  readonly sizes: Int32Array;
  /** Ranks among the events up to which each share was watched, ascending by cascade; `from[j]` is its first. */
  readonly ranks: Int32Array;
  /** Ranks of the events of each cascade's children within the age, by cascade from `bornFrom[j]`. */
  readonly births: Int32Array;
  readonly from: Int32Array;
  readonly bornFrom: Int32Array;
}

function groupByCascade(sample: LagSample, curve: CumulativeCurve, steps: number): Groups {
  const { cascades, cascade, age, lag, parent } = sample;
  const ages = curve.age.subarray(0, steps);
  const rankOfChild = Int32Array.from(lag, (at) => {
    const rank = countAtMost(ages, at);
    return ages[rank - 1] === at ? rank - 1 : -1;
  });
  const cascadeOfChild = (child: number) => cascade[parent[child] ?? 0] ?? 0;
  const sizes = new Int32Array(cascades);
  for (const of of cascade) sizes[of] = (sizes[of] ?? 0) + 1;
  const from = startsOf(sizes);
  const ranks = new Int32Array(age.length);
  const next = from.slice();
  age.forEach((at, share) => {
    const of = cascade[share] ?? 0;
    ranks[next[of] ?? 0] = countAtMost(ages, at);
    next[of] = (next[of] ?? 0) + 1;
  });
  const born = new Float64Array(cascades);
  rankOfChild.forEach((rank, child) => {
    if (rank !== -1) born[cascadeOfChild(child)] = (born[cascadeOfChild(child)] ?? 0) + 1;
  });
  const bornFrom = startsOf(Int32Array.from(born));
  const births = new Int32Array(bornFrom[cascades] ?? 0);
  const nextBirth = bornFrom.slice();
  const influence = new Float64Array(cascades);
  rankOfChild.forEach((rank, child) => {
    if (rank === -1) return;
    const of = cascadeOfChild(child);
    births[nextBirth[of] ?? 0] = rank;
    nextBirth[of] = (nextBirth[of] ?? 0) + 1;
    influence[of] = (influence[of] ?? 0) + 1 / (curve.atRisk[rank] ?? 1);
  });
  const expected = new Float64Array(cascades);
  const part = new Float64Array(cascades);
  for (let j = 0; j < cascades; j++) {
    const own = ranks.subarray(from[j], from[j + 1]).sort();
    births.subarray(bornFrom[j], bornFrom[j + 1]).sort();
    own.forEach((rank, i) => {
      if (rank === 0) return;
      expected[j] = (expected[j] ?? 0) + (curve.value[rank - 1] ?? 0);
      influence[j] = (influence[j] ?? 0) - (curve.poissonVariance[rank - 1] ?? 0);
      // At the last age at which this share is watched, so are all that come after it here.
      part[j] = Math.max(part[j] ?? 0, (own.length - i) / (curve.atRisk[rank - 1] ?? 1));
    });
  }
  return { born, expected, influence, part, sizes, ranks, births, from, bornFrom };
}

function exactWithout(
  { ranks, births, from, bornFrom }: Groups,
  { births: all, atRisk }: CumulativeCurve,
  steps: number,
  j: number,
): number {
  let share = from[j] ?? 0;
  let birth = bornFrom[j] ?? 0;
  const end = from[j + 1] ?? share;
  const bornEnd = bornFrom[j + 1] ?? birth;
  let sum = 0;
  for (let event = 0; event < steps; event++) {
    // A share of rank r was watched at the events before r.
    while (share < end && (ranks[share] ?? 0) <= event) share += 1;
    let own = 0;
    while (birth < bornEnd && births[birth] === event) {
      own += 1;
      birth += 1;
    }
    const others = (atRisk[event] ?? 0) - (end - share);
    if (others > 0) sum += ((all[event] ?? 0) - own) / others;
  }
  return sum;
}

/** Where each group begins when groups of these sizes stand in a row; one more than there are groups. */
function startsOf(sizes: Int32Array): Int32Array {
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, i) => {
    starts[i + 1] = (starts[i] ?? 0) + size;
  });
  return starts;
}
