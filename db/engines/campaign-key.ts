/** What every key of a campaign's tables begins with. */
export interface CampaignKey {
  readonly workspaceId: number;
  readonly campaignId: number;
}

/** A campaign within [from, to), UTC milliseconds. */
export interface WindowKey extends CampaignKey {
  readonly from: number;
  readonly to: number;
}
