import type { Scope } from "#lib/access/scope.ts";
import { selectCascades } from "#lib/answers/selection/select-cascades.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import type { Filter } from "#lib/query/query.ts";
import { campaignInputs, type InputsQuestion } from "./campaign-inputs.ts";

/** The cascades of a campaign whose seed passes the filters, as of an instant. */
export function chosenForest(
  scope: Scope<"campaigns.read">,
  { filters = [], ...question }: InputsQuestion & { readonly filters?: readonly Filter[] | undefined },
): ForestInput {
  return selectCascades(campaignInputs(scope, question).forest, filters);
}
