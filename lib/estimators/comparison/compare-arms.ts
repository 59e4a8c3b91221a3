import { type CascadeCount, clusteredSums } from "#lib/estimators/reproduction/clustered-sums.ts";
import { holm } from "#lib/stats/multiple-testing.ts";
import type { Random } from "#lib/stats/random.ts";
import { compareK, type KComparison } from "./compare-k.ts";
import { permuteCascades } from "./permute-cascades.ts";

/** Which test to trust: "none" where there are too few cascades for any. */
export type ArmsTest = "cluster-t" | "permutation" | "none";

/** Two arms of a comparison, by their index. */
export interface PairOfArms extends Pick<KComparison, "ratio"> {
  readonly a: number;
  readonly b: number;
  readonly by: ArmsTest;
  /** Two-sided, before allowing for the other pairs; null without a test. */
  readonly p: number | null;
  /** The same after Holm's step-down over all pairs tested. */
  readonly adjusted: number | null;
}

/** Channels or variants compared by K. */
export interface ArmsComparison {
  /** That all arms which can be tested have the same K; null when fewer than two can. */
  readonly overall: number | null;
  readonly pairs: readonly PairOfArms[];
}

const LEAST_FOR_PERMUTATION = 5;
const LEAST_FOR_T = 10;

/**
 * Compares arms by K (METRICS §7): one permutation test over all, then pairs with Holm's correction. A pair
 * is tested by the cluster-robust t from ten cascades in each arm, by permutation of cascades from five; with
 * fewer, or no children in an arm, there are only the counts to show.
 * @param arms cascades of every arm
 */
export function compareArms(arms: readonly (readonly CascadeCount[])[], random: Random): ArmsComparison {
  const cascades = arms.map((arm) => clusteredSums(arm).cascades);
  const testable = arms.filter((_, arm) => (cascades[arm] as number) >= LEAST_FOR_PERMUTATION);
  const tested = arms.flatMap((a, i) =>
    arms.slice(i + 1).map((b, next) => {
      const fewest = Math.min(cascades[i] as number, cascades[i + 1 + next] as number);
      return { a: i, b: i + 1 + next, ...testPair(a, b, fewest, random) };
    }),
  );
  const adjusted = holm(tested.flatMap(({ p }) => (p === null ? [] : [p]))).values();
  return {
    overall: testable.length < 2 ? null : permuteCascades(testable, random),
    pairs: tested.map((pair) => ({
      ...pair,
      adjusted: pair.p === null ? null : (adjusted.next().value ?? null),
    })),
  };
}

function testPair(
  a: readonly CascadeCount[],
  b: readonly CascadeCount[],
  fewest: number,
  random: Random,
): Pick<PairOfArms, "ratio" | "by" | "p"> {
  const { ratio, test } = compareK(a, b);
  if (fewest < LEAST_FOR_PERMUTATION || ratio.value === null) {
    return { ratio: { value: null, why: "too-few" }, by: "none", p: null };
  }
  if (fewest >= LEAST_FOR_T && test !== null) return { ratio, by: "cluster-t", p: test.p };
  return { ratio, by: "permutation", p: permuteCascades([a, b], random) };
}
