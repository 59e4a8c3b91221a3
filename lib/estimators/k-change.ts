import { type Random, seededRandom } from "#lib/stats/random.ts";
import { signFlipP } from "#lib/stats/sign-flips.ts";
import type { CohortPart, CohortParts } from "./cohorts.ts";
import { tellingParts } from "./k-trend.ts";

/** What a side of a change must be expected to bring, and the effective cascades that it must rest on. */
interface LeastSide {
  readonly children: number;
  readonly cascades: number;
}
const LEAST_SIDE: LeastSide = { children: 11, cascades: 3 };
/** At 0.05 the flips of few unlike cascades find a change that is none in 6 to 12 % of campaigns, here in 3 at most. */
const SURE_BELOW = 0.01;
/** For the signs: fixed, so that equal events give an equal p. */
const SEED = 5;
const ROUNDING = 1e-12;

/** One change of K over the cohorts of a campaign. */
export interface KChange {
  /** Number of the first cohort after it. */
  readonly cohort: number;
  /** K of the cohorts before, and from there on. */
  readonly before: number;
  readonly after: number;
  /** Of so great a change somewhere, were there none. */
  readonly p: number;
}

/**
 * The change of K of a campaign where one is beyond chance (METRICS §2.5), over the cohorts that say something of K.
 * @returns "unclear" where none is, null where there is too little on every pair of sides to ask
 */
export function kChangeOf(parts: CohortParts): KChange | "unclear" | null {
  const found = likeliestChange(tellingParts(parts), LEAST_SIDE, seededRandom(SEED));
  if (found === null) return null;
  return found.p < SURE_BELOW ? found : "unclear";
}

/**
 * Where K most likely changed once: the place by the likelihood ratio of two Poisson rates, the test by sign flips of
 * the residuals of whole cascades.
 *
 * @param parts every cascade with effective shares
 * @returns null without a boundary that has enough on both sides
 */
export function likeliestChange(parts: CohortParts, least: LeastSide, random: Random): KChange | null {
  const sums = totalOf(parts.flat());
  const k = sums.children / sums.effective;
  const boundaries = boundariesOf(parts, k, sums, least);
  const [first] = boundaries;
  if (first === undefined) return null;
  const best = boundaries.reduce((most, one) => (one.likelihood > most.likelihood ? one : most), first);
  const statistic = boundaries.reduce((most, { change, norm }) => Math.max(most, Math.abs(change) / norm), 0);
  const { cohort, before, after } = best;
  const side = ({ children, effective }: Total) => children / effective;
  return {
    ...{ cohort, before: side(before), after: side(after) },
    p: flippedP(parts, k, { boundaries, whole: sums.effective, statistic }, random),
  };
}

interface Total {
  children: number;
  effective: number;
}

interface Boundary {
  readonly cohort: number;
  readonly before: Total;
  readonly after: Total;
  readonly likelihood: number;
  /** Σ w and √Σ w² over cascades. */
  readonly change: number;
  readonly norm: number;
}

function totalOf(parts: readonly CohortPart[]): Total {
  return parts.reduce(
    (sum, { children, effective }) => ({
      children: sum.children + children,
      effective: sum.effective + effective,
    }),
    { children: 0, effective: 0 },
  );
}

function boundariesOf(parts: CohortParts, k: number, whole: Total, least: LeastSide): Boundary[] {
  const cohorts = [...new Set(parts.flat().map(({ cohort }) => cohort))].sort((a, b) => a - b);
  const wholes = parts.map(totalOf);
  const befores = parts.map(() => ({ children: 0, effective: 0 }));
  const next = new Int32Array(parts.length);
  return cohorts.flatMap((_, i) => {
    if (i === 0) return [];
    const last = cohorts[i - 1] ?? 0;
    parts.forEach((cascade, j) => {
      const sum = befores[j];
      for (let part = cascade[next[j] ?? 0]; part !== undefined && part.cohort <= last; ) {
        if (sum !== undefined) {
          sum.children += part.children;
          sum.effective += part.effective;
        }
        next[j] = (next[j] ?? 0) + 1;
        part = cascade[next[j] ?? 0];
      }
    });
    const boundary = boundaryAt(last + 1, { befores, wholes, whole, k }, least);
    return boundary === null ? [] : [boundary];
  });
}

function boundaryAt(
  cohort: number,
  of: { befores: readonly Total[]; wholes: readonly Total[]; whole: Total; k: number },
  least: LeastSide,
): Boundary | null {
  const { befores, wholes, whole, k } = of;
  let [squaresBefore, squaresAfter, change, squares] = [0, 0, 0, 0];
  const before = { children: 0, effective: 0 };
  for (const { children, effective } of befores) {
    before.children += children;
    before.effective += effective;
  }
  const after = {
    children: whole.children - before.children,
    effective: whole.effective - before.effective,
  };
  befores.forEach(({ children, effective }, j) => {
    const all = wholes[j] ?? { children: 0, effective: 0 };
    squaresBefore += effective ** 2;
    squaresAfter += (all.effective - effective) ** 2;
    const residual = children - k * effective;
    const w = residual - ((all.children - k * all.effective) * before.effective) / whole.effective;
    change += w;
    squares += w * w;
  });
  const isEnough = (side: Total, squared: number) =>
    k * side.effective >= least.children && side.effective ** 2 >= least.cascades * squared * (1 - ROUNDING);
  if (!isEnough(before, squaresBefore) || !isEnough(after, squaresAfter)) return null;
  const gain = ({ children, effective }: Total) =>
    children === 0 ? 0 : children * Math.log(children / effective / k);
  return {
    ...{ cohort, before, after, change },
    likelihood: 2 * (gain(before) + gain(after)),
    // Where every cascade stands where it is expected, nothing changes.
    norm: squares === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(squares),
  };
}

/** Part of the signs of whole cascades by which some boundary shows at least as great a change. */
function flippedP(
  parts: CohortParts,
  k: number,
  of: { boundaries: readonly Boundary[]; whole: number; statistic: number },
  random: Random,
): number {
  const { boundaries, whole } = of;
  const threshold = of.statistic * (1 - ROUNDING);
  // Cohorts between two boundaries move together.
  const stretchOf = (cohort: number) => boundaries.filter((boundary) => boundary.cohort <= cohort).length;
  const entries = parts.map((cascade) =>
    cascade.map((part) => [stretchOf(part.cohort), part.children - k * part.effective] as const),
  );
  const ends = Int32Array.from(entries, ({ length }) => length);
  const stretch = Int32Array.from(entries.flat(), ([number]) => number);
  const residual = Float64Array.from(entries.flat(), ([, value]) => value);
  const sums = new Float64Array(boundaries.length + 1);
  const isAsLarge = (isFlipped: (cascade: number) => boolean) => {
    sums.fill(0);
    let entry = 0;
    for (let j = 0; j < ends.length; j++) {
      const sign = isFlipped(j) ? -1 : 1;
      for (const end = entry + (ends[j] ?? 0); entry < end; entry++) {
        const at = stretch[entry] ?? 0;
        sums[at] = (sums[at] ?? 0) + sign * (residual[entry] ?? 0);
      }
    }
    const all = sums.reduce((sum, value) => sum + value, 0);
    let running = 0;
    return boundaries.some(({ before, norm }, b) => {
      running += sums[b] ?? 0;
      return Math.abs(running - (all * before.effective) / whole) / norm >= threshold;
    });
  };
  return signFlipP({ clusters: parts.length, work: residual.length, isAsLarge }, random);
}
