import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import type { Tool } from "#lib/domain/campaign.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";

/** What is asked of all campaigns of a workspace together. */
export interface WorkspaceQuestion extends MetricContext {
  /** Campaigns meant, where not all of them are. */
  readonly campaignIds?: readonly number[];
}

/** What one campaign has come to. */
export interface CampaignTally {
  readonly id: number;
  readonly name: string;
  readonly tool: Tool;
  readonly shares: number;
  /** Distinct people who shared. */
  readonly sharers: number;
}

/** How answers about a workspace get at what they are made of. */
export interface WorkspaceReader {
  /** Campaigns that are not archived, the one of most shares first. */
  tallies(): readonly CampaignTally[];
  /** Shares by tool and channel, the most used first. */
  channels(): readonly { readonly tool: Tool; readonly channel: string; readonly shares: number }[];
  /** A campaign's forest as it stands now. */
  shape(campaignId: number): ForestShape;
}

export type WorkspaceAnswer<A> = (read: WorkspaceReader, question: WorkspaceQuestion) => A;
