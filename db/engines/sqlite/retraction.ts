import type { CampaignKey } from "#db/engines/campaign-key.ts";

/** One undo of an import; its number tells its rows in temporary tables from those of others. */
export interface Retraction extends CampaignKey {
  readonly importId: number;
  readonly number: number;
}
