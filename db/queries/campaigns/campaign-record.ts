import type { campaigns } from "#db/schema/campaigns.ts";

/** A campaign as it is stored. */
export type CampaignRecord = typeof campaigns.$inferSelect;
