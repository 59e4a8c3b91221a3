import type { Answer } from "#lib/answers/answer.ts";
import { MEASURES } from "#lib/answers/arms/arm-source.ts";
import { type ArmsFrame, compareArms } from "#lib/answers/arms/compare-arms.ts";
import { listFacets } from "#lib/answers/facets/answer.ts";
import type { InputsReader } from "#lib/answers/inputs.ts";
import type { Question } from "#lib/answers/question.ts";
import { rootTest } from "#lib/answers/selection/root-test.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { Comparison, SideChoice } from "./compared-side.ts";
import { GROWTH_AGES } from "./growth-ages.ts";
import { measureSide, overlap, type Side } from "./measure-side.ts";
import { parseSide } from "./parse-side.ts";

/** Two campaigns, channels or branches side by side (DESIGN §5); null for a side that there is not. */
export function analyseSides(
  first: Side | null,
  second: Side | null,
  frame: Pick<ArmsFrame, "asOf" | "horizon" | "zone">,
): Comparison {
  const measured = (side: Side | null) => (side === null ? null : measureSide(side, frame));
  const shown = { ages: GROWTH_AGES, first: measured(first), second: measured(second) };
  if (first === null || second === null) return { ...shown, tests: [], overlaps: false };
  if (overlap(first, second)) return { ...shown, tests: [], overlaps: true };
  const sources = [
    { name: "first", forest: first.inputs.forest, ...first },
    { name: "second", forest: second.inputs.forest, ...second },
  ];
  const tests = MEASURES.flatMap(
    (measure) => compareArms(sources, { ...frame, by: "side", measure, judgedOn: null }) ?? [],
  );
  return { ...shown, tests, overlaps: false };
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
  const { campaignId, wholeAsOf: asOf, horizon, zone } = question;
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
    comparison: analyseSides(sides[0] ?? null, sides[1] ?? null, { asOf, horizon, zone }),
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
