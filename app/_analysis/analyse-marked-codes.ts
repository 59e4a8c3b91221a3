import type { Scope } from "#lib/access/scope.ts";
import { type MarkedCodes, markedCodes } from "#lib/answers/integrity/marked-codes.ts";
import { campaignInputs, type InputsQuestion } from "./campaign-inputs.ts";

/** The shares of a campaign that are not sound, as of an instant, by their codes. */
export function analyseMarkedCodes(scope: Scope<"campaigns.read">, question: InputsQuestion): MarkedCodes {
  return markedCodes(campaignInputs(scope, question).forest);
}
