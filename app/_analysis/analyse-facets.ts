import type { Scope } from "#lib/access/scope.ts";
import { type Facets, listFacets } from "#lib/answers/facets/list-facets.ts";
import { campaignInputs, type InputsQuestion } from "./campaign-inputs.ts";

/** What a campaign can be filtered by. */
export function analyseFacets(scope: Scope<"campaigns.read">, question: InputsQuestion): Facets {
  return listFacets(campaignInputs(scope, question));
}
