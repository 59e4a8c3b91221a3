import type { Answer } from "#lib/answers/answer.ts";
import { listFacets } from "#lib/answers/facets/answer.ts";
import type { InputsReader } from "#lib/answers/inputs.ts";
import type { Question } from "#lib/answers/question.ts";
import { rootTest } from "#lib/answers/selection/root-test.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { compareArms, PERMUTATION_SEED } from "#lib/estimators/comparison.ts";
import { seededRandom } from "#lib/stats/random.ts";
import type { ComparedSide, Comparison, SideChoice } from "./compared-side.ts";
import { GROWTH_AGES } from "./growth-ages.ts";
import { measureSide, type Side, type SideMeasure } from "./measure-side.ts";
import { parseSide } from "./parse-side.ts";

const SIGNIFICANT = 0.05;

/** Two campaigns, channels or branches side by side (DESIGN §5); null for a side that there is not. */
export function analyseSides(
  first: Side | null,
  second: Side | null,
  frame: { asOf: number; horizon: number },
): Comparison {
  const [one, two] = [first, second].map((side) => (side === null ? null : measureSide(side, frame)));
  const figuresOf = (measure: SideMeasure | null | undefined): ComparedSide | null =>
    measure?.figures ?? null;
  const shown = { ages: GROWTH_AGES, first: figuresOf(one), second: figuresOf(two) };
  if (one == null || two == null) {
    return { ...shown, ratio: { value: null, why: "empty" }, p: null, verdict: "too-few" };
  }
  const pair = compareArms([one.counts, two.counts], seededRandom(PERMUTATION_SEED)).pairs[0];
  const [ratio, p] = [pair?.ratio ?? ({ value: null, why: "too-few" } as const), pair?.p ?? null];
  if (ratio.value === null || p === null) return { ...shown, ratio, p, verdict: "too-few" };
  const verdict = p >= SIGNIFICANT ? "unclear" : ratio.value > 1 ? "second" : "first";
  return { ...shown, ratio, p, verdict };
}

/** What stands on both sides, and what there is to choose from. */
export interface CompareAnswer {
  readonly first: SideChoice;
  readonly second: SideChoice;
  /** Channels of the page's campaign, the most used first. */
  readonly channels: readonly string[];
  readonly comparison: Comparison;
}

/**
 * The Compare page's answer; `?a=` and `?b=` say what stands on either side, and a branch that was typed goes before
 * what was chosen. Unless it says, the campaign stands beside another one, or beside its own busiest channel.
 */
export const compareAnswer: Answer<CompareAnswer> = (read, question) => {
  const { campaignId, wholeAsOf: asOf, horizon } = question;
  const own = read.campaign(campaignId, { asOf, horizon });
  const channels = own === null ? [] : (listFacets(own).channel ?? []).map(({ value }) => value);
  const other = read.campaigns().find(({ id }) => id !== campaignId);
  const beside: SideChoice =
    other === undefined
      ? { kind: "channel", channel: channels[0] ?? "" }
      : { kind: "campaign", campaignId: other.id };
  const first = sideIn(question, "a") ?? { kind: "campaign", campaignId };
  const second = sideIn(question, "b") ?? beside;
  const sides = [first, second].map((choice) => sideOf(read, choice, question));
  return {
    first,
    second,
    channels,
    comparison: analyseSides(sides[0] ?? null, sides[1] ?? null, { asOf, horizon }),
  };
};

function sideIn({ options }: Question, name: "a" | "b"): SideChoice | null {
  const code = options[`${name}-branch`]?.trim() ?? "";
  return code === "" ? parseSide(options[name]) : { kind: "branch", code };
}

function sideOf(
  read: InputsReader,
  choice: SideChoice,
  { campaignId, wholeAsOf: asOf, horizon, filters }: Question,
): Side | null {
  const inputs = read.campaign(choice.kind === "campaign" ? choice.campaignId : campaignId, {
    asOf,
    horizon,
  });
  if (inputs === null) return null;
  const { forest } = inputs;
  if (choice.kind === "branch") {
    const top = forest.codes.indexOf(choice.code);
    return top === -1 ? null : { inputs, tops: [top] };
  }
  const passes = rootTest(forest, filters);
  const isWanted = (root: number) =>
    isSeed(forest, root) &&
    (passes === null || passes(root)) &&
    (choice.kind === "campaign" || forest.channels[forest.channel[root] ?? -1] === choice.channel);
  const tops = [...forest.roots].filter(isWanted);
  return tops.length === 0 ? null : { inputs, tops };
}
