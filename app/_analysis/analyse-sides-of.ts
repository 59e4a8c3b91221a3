import { readLife } from "#db/queries/campaigns/read-life.ts";
import type { Scope } from "#lib/access/scope.ts";
import { analyseSides, type Side } from "#lib/answers/compare/analyse-sides.ts";
import type { ComparisonAnswer, SideChoice } from "#lib/answers/compare/compared-side.ts";
import { rootTest } from "#lib/answers/selection/root-test.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { Filter } from "#lib/query/query.ts";
import { campaignInputs, type InputsQuestion } from "./campaign-inputs.ts";

/** What the Compare page asks; channels and branches are those of the page's campaign. */
export interface SidesQuestion extends InputsQuestion {
  /** Which cascades on either side, by their seed; a branch is one of its own. */
  readonly filters: readonly Filter[];
  readonly first: SideChoice;
  readonly second: SideChoice;
}

/** Reads what stands on both sides and compares them. */
export function analyseSidesOf(scope: Scope<"campaigns.read">, question: SidesQuestion): ComparisonAnswer {
  return analyseSides(
    sideOf(scope, question.first, question),
    sideOf(scope, question.second, question),
    question,
  );
}

function sideOf(
  scope: Scope<"campaigns.read">,
  choice: SideChoice,
  { campaignId, asOf, horizon, filters }: SidesQuestion,
): Side | null {
  const of = choice.kind === "campaign" ? choice.campaignId : campaignId;
  if (readLife(scope, { campaignId: of }) === null) return null;
  const inputs = campaignInputs(scope, { campaignId: of, asOf, horizon });
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
