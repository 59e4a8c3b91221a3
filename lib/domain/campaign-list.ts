import type { Tool } from "./campaign.ts";

/** Orders of the list of campaigns. */
export const CAMPAIGN_SORTS = ["recent", "name", "sharers", "shares", "k"] as const;
export type CampaignSort = (typeof CAMPAIGN_SORTS)[number];

/** A campaign in the list, with how far it has spread. */
export interface ListedCampaign {
  readonly id: number;
  readonly name: string;
  readonly tool: Tool;
  readonly simulated: boolean;
  readonly shares: number;
  /** Distinct people who shared. */
  readonly sharers: number;
  /** UTC milliseconds; null before the first share. */
  readonly lastShareAt: number | null;
}
