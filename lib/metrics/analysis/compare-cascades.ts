import { compareArms, type PairOfArms } from "#lib/metrics/comparison/compare-arms.ts";
import { planCascades } from "#lib/metrics/comparison/plan-cascades.ts";
import type { CascadeSummary } from "#lib/metrics/inputs/cascades-input.ts";
import { clusteredK } from "#lib/metrics/reproduction/clustered-k.ts";
import { clusteredRatio } from "#lib/metrics/reproduction/clustered-ratio.ts";
import { type CascadeCount, clusteredSums } from "#lib/metrics/reproduction/clustered-sums.ts";
import { seededRandom } from "#lib/stats/random.ts";
import type { ArmComparison, ArmPair } from "./arm-comparison.ts";

/** Fixed, so that equal cascades give equal answers. */
const SEED = 3;
/** The smallest ratio of K that a test is planned for. */
const RATIO_SOUGHT = 1.2;
const SIGNIFICANT = 0.05;

/** Compares K so far between the cascades of different channels or variants of their seeds (METRICS §7). */
export function compareCascades(
  cascades: readonly CascadeSummary[],
  by: "channel" | "variant",
): ArmComparison {
  const arms = countArms(cascades, by);
  const names = arms.map(({ name }) => name);
  const { overall, pairs } = compareArms(
    arms.map(({ counts }) => counts),
    seededRandom(SEED),
  );
  return {
    ...{ by, overall },
    arms: arms.map(({ name, counts }) => {
      const sums = clusteredSums(counts);
      return { name, cascades: sums.cascades, shares: sums.x, children: sums.y, k: clusteredK(sums) };
    }),
    pairs: pairs.map((pair) => judged(pair, names)),
    needed: cascadesNeeded(arms.flatMap(({ counts }) => counts)),
  };
}

/** Cascades that nobody passed on say nothing of sharers; the arm with the largest K comes first. */
function countArms(cascades: readonly CascadeSummary[], by: "channel" | "variant") {
  const arms = new Map<string, CascadeCount[]>();
  for (const cascade of cascades) {
    const name = cascade[by];
    const x = cascade.size - 1;
    if (!cascade.seeded || name === null || x === 0) continue;
    const counts = arms.get(name) ?? [];
    arms.set(name, counts);
    counts.push({ x, y: x - cascade.seedChildren });
  }
  return [...arms]
    .map(([name, counts]) => ({ name, counts, k: clusteredRatio(clusteredSums(counts)).value ?? 0 }))
    .sort((a, b) => b.k - a.k || (a.name < b.name ? -1 : 1));
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
