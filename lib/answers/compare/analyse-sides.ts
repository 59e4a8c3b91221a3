import type { CampaignInputs } from "#lib/answers/selection/selection.ts";
import { compareArms } from "#lib/estimators/comparison/compare-arms.ts";
import { seededRandom } from "#lib/stats/random.ts";
import type { ComparedSide, ComparisonAnswer } from "./compared-side.ts";
import { GROWTH_AGES } from "./growth-ages.ts";
import { measureSide, type SideMeasure } from "./measure-side.ts";

/** Fixed, so that equal cascades give equal answers. */
const SEED = 3;
const SIGNIFICANT = 0.05;

/** A side of a comparison: the campaign that it is in, and the nodes at the tops of its trees. */
export interface Side {
  readonly inputs: CampaignInputs;
  readonly tops: readonly number[];
}

/** Two campaigns, channels or branches side by side (DESIGN §5); null for a side that there is not. */
export function analyseSides(
  first: Side | null,
  second: Side | null,
  frame: { asOf: number; horizon: number },
): ComparisonAnswer {
  const [one, two] = [first, second].map((side) => (side === null ? null : measureSide(side, frame)));
  const figuresOf = (measure: SideMeasure | null | undefined): ComparedSide | null =>
    measure?.figures ?? null;
  const shown = { ages: GROWTH_AGES, first: figuresOf(one), second: figuresOf(two) };
  if (one == null || two == null) {
    return { ...shown, ratio: { value: null, why: "empty" }, p: null, verdict: "too-few" };
  }
  const pair = compareArms([one.counts, two.counts], seededRandom(SEED)).pairs[0];
  const [ratio, p] = [pair?.ratio ?? ({ value: null, why: "too-few" } as const), pair?.p ?? null];
  if (ratio.value === null || p === null) return { ...shown, ratio, p, verdict: "too-few" };
  const verdict = p >= SIGNIFICANT ? "unclear" : ratio.value > 1 ? "second" : "first";
  return { ...shown, ratio, p, verdict };
}
