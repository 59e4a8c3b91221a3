import type { Scope } from "./scope.ts";

/** Whether a scope is for a campaign of its workspace, if there is such a one. */
export function includesCampaign({ campaigns }: Pick<Scope, "campaigns">, campaignId: number): boolean {
  return campaigns === null || campaigns.has(campaignId);
}
