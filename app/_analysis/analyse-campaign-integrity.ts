import type { Scope } from "#lib/access/scope.ts";
import { analyseIntegrity } from "#lib/answers/integrity/analyse-integrity.ts";
import type { Integrity } from "#lib/answers/integrity/integrity.ts";
import { campaignInputs, type InputsQuestion } from "./campaign-inputs.ts";

/** What of a campaign is suspect as of an instant, and its K without that. */
export function analyseCampaignIntegrity(
  scope: Scope<"campaigns.read">,
  question: InputsQuestion,
): Integrity {
  return analyseIntegrity(campaignInputs(scope, question), question);
}
