/** What every key of a campaign's tables begins with. */
export interface CampaignKey {
  readonly workspaceId: number;
  readonly campaignId: number;
}
