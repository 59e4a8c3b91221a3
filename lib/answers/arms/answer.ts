import type { Answer } from "#lib/answers/answer.ts";
import { chosenCascades } from "#lib/answers/selection/chosen-cascades.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { CascadeCount } from "#lib/estimators/cascade-ratio.ts";
import { clusteredK, clusteredRatio, clusteredSums } from "#lib/estimators/clustered-k.ts";
import { compareArms, type PairOfArms, PERMUTATION_SEED, planCascades } from "#lib/estimators/comparison.ts";
import type { LagCdf } from "#lib/estimators/lag-distribution.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { seededRandom } from "#lib/stats/random.ts";
import type { ArmComparison, ArmPair } from "./arm-comparison.ts";

/** The smallest ratio of K that a test is planned for. */
const RATIO_SOUGHT = 1.2;
const SIGNIFICANT = 0.05;

/** As of when, and how, young shares are allowed for. Times in milliseconds, the instant UTC. */
export interface ComparisonFrame {
  readonly asOf: number;
  /** Maturity horizon. */
  readonly horizon: number;
  /** Of the children that a share has by the horizon, the part that is there by an age; the same for all arms. */
  readonly lagCdf: LagCdf;
}

/** A cascade as a cluster, with its sharers counted plainly beside their effective number. */
interface CountedCascade extends CascadeCount {
  readonly sharers: number;
}

/**
 * Compares K between the cascades of different channels or variants of their seeds (METRICS §7). A share counts for
 * the part of its children that it has had time for (§2.3), else the channel that started last would always lose.
 */
export function compareCascades(
  forest: ForestInput,
  by: "channel" | "variant",
  frame: ComparisonFrame,
): ArmComparison {
  const arms = countArms(forest, by, frame);
  const names = arms.map(({ name }) => name);
  const { overall, pairs } = compareArms(
    arms.map(({ counts }) => counts),
    seededRandom(PERMUTATION_SEED),
  );
  return {
    ...{ by, overall },
    arms: arms.map(({ name, counts }) => {
      const sums = clusteredSums(counts);
      const shares = counts.reduce((sum, { sharers }) => sum + sharers, 0);
      return { name, cascades: sums.cascades, shares, children: sums.y, k: clusteredK(counts) };
    }),
    pairs: pairs.map((pair) => judged(pair, names)),
    needed: cascadesNeeded(arms.flatMap(({ counts }) => counts)),
  };
}

/** Cascades that nobody passed on say nothing of sharers; the arm with the largest K comes first. */
function countArms(forest: ForestInput, by: "channel" | "variant", frame: ComparisonFrame) {
  const arms = new Map<string, CountedCascade[]>();
  for (const [i, root] of forest.roots.entries()) {
    const name = by === "channel" ? forest.channels[forest.channel[root] ?? 0] : forest.variants[root];
    if (name == null || !isSeed(forest, root) || (forest.at[root] ?? 0) > frame.asOf) continue;
    const count = countCascade(forest, root, forest.roots[i + 1] ?? forest.size, frame);
    if (count.x === 0) continue;
    const counts = arms.get(name) ?? [];
    arms.set(name, counts);
    counts.push(count);
  }
  return [...arms]
    .map(([name, counts]) => ({ name, counts, k: clusteredRatio(clusteredSums(counts)).value ?? 0 }))
    .sort((a, b) => b.k - a.k || (a.name < b.name ? -1 : 1));
}

/** The sharers of one cascade, effective and plain, and their children within the horizon; the seed is left out. */
function countCascade(
  { at, parent }: ForestInput,
  root: number,
  end: number,
  { asOf, horizon, lagCdf }: ComparisonFrame,
): CountedCascade {
  let [x, y, sharers] = [0, 0, 0];
  for (let share = root + 1; share < end; share++) {
    const born = at[share] ?? 0;
    if (born > asOf) continue;
    sharers += 1;
    x += lagCdf(Math.min(asOf - born, horizon));
    const above = parent[share] ?? -1;
    if (above !== root && born - (at[above] ?? 0) <= horizon) y += 1;
  }
  return { x, y, sharers };
}

function judged({ a, b, ratio, p, adjusted, by }: PairOfArms, names: readonly string[]): ArmPair {
  const found =
    by === "permutation" && ratio.value !== null ? { ...ratio, note: "few-cascades" as const } : ratio;
  const pair = { first: names[a] ?? "", second: names[b] ?? "", ratio: found, p, adjusted };
  if (adjusted === null || ratio.value === null) return { ...pair, verdict: "too-few" };
  if (adjusted >= SIGNIFICANT) return { ...pair, verdict: "unclear" };
  return { ...pair, verdict: ratio.value > 1 ? "second" : "first" };
}

function cascadesNeeded(counts: readonly CascadeCount[]): number | null {
  const { value, error } = clusteredRatio(clusteredSums(counts));
  if (!value || error === null) return null;
  return planCascades((error / value) * Math.sqrt(counts.length), RATIO_SOUGHT);
}

/** Whether a campaign's channels, and the variants of its test if it has one, differ in K. */
export const armsAnswer: Answer<{ readonly channels: ArmComparison; readonly variants: ArmComparison }> = (
  read,
  question,
) => {
  const { forest, lags, asOf, horizon } = chosenCascades(read, question, question.asOf);
  const frame = { asOf, horizon, lagCdf: lags.interval.cdf };
  return {
    channels: compareCascades(forest, "channel", frame),
    variants: compareCascades(forest, "variant", frame),
  };
};
