import type { CascadeTimes } from "./cascade-times.ts";

/** Cascades to a block, where campaigns are too few to learn from. */
const BLOCK = 20;
/** Campaigns of fewer finished cascades than this say little of one that has as many. */
const LEAST_CASCADES = 5;
/** Fewest campaigns that show how far campaigns differ from each other. */
export const LEAST_CAMPAIGNS = 3;

/** A finished cascade and the campaign that it belonged to. */
export interface OfCampaign extends CascadeTimes {
  readonly campaignId: number;
}

/** What went its way together in the past: a campaign, or cascades that began near each other in time. */
export interface PastCampaigns<C extends CascadeTimes> {
  readonly kind: "campaigns" | "blocks";
  /** By campaign, its cascades by their start. */
  readonly campaigns: readonly (readonly C[])[];
}

/**
 * The finished campaigns of a history, or blocks of 20 cascades near in time where there are fewer than three
 * campaigns (METRICS §8.4).
 * @param live how many cascades the campaign has that is to be forecast
 */
export function pastCampaigns<C extends OfCampaign>(history: readonly C[], live: number): PastCampaigns<C> {
  const sorted = history.toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  const byCampaign = new Map<number, C[]>();
  for (const cascade of sorted) {
    const others = byCampaign.get(cascade.campaignId);
    if (others === undefined) byCampaign.set(cascade.campaignId, [cascade]);
    else others.push(cascade);
  }
  const least = Math.min(LEAST_CASCADES, live);
  const campaigns = [...byCampaign.values()].filter(({ length }) => length >= least);
  if (campaigns.length >= LEAST_CAMPAIGNS) return { kind: "campaigns", campaigns };
  const blocks = Math.floor(sorted.length / BLOCK);
  const edge = (block: number) => Math.round((block * sorted.length) / blocks);
  return {
    kind: "blocks",
    campaigns: Array.from({ length: blocks }, (_, block) => sorted.slice(edge(block), edge(block + 1))),
  };
}
