import type { Tool } from "./campaign.ts";
import type { Estimate } from "./estimate.ts";

/** Orders of the list of campaigns. */
export const CAMPAIGN_SORTS = ["recent", "name", "reach", "shares", "k"] as const;
export type CampaignSort = (typeof CAMPAIGN_SORTS)[number];

/** A campaign in the list, with how far it has spread. */
export interface ListedCampaign {
  readonly id: number;
  readonly name: string;
  readonly tool: Tool;
  readonly simulated: boolean;
  readonly shares: number;
  /** Distinct persons who shared. */
  readonly reach: number;
  /** UTC milliseconds; null before the first share. */
  readonly lastShareAt: number | null;
  readonly k: Estimate;
}
