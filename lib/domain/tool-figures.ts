import type { Tool } from "./campaign.ts";
import type { Estimate } from "./estimate.ts";

/** What all campaigns of one tool have come to. */
export interface ToolFigures {
  readonly tool: Tool;
  readonly campaigns: readonly {
    readonly id: number;
    readonly name: string;
    readonly shares: number;
    /** Distinct people who shared. */
    readonly reach: number;
    readonly k: Estimate;
  }[];
  /** People counted once in each campaign. */
  readonly reach: number;
  readonly shares: number;
  /** Children per sharer so far, cascades of all its campaigns as clusters. */
  readonly k: Estimate;
  /** Shares by channel, the most used first. */
  readonly channels: readonly { readonly channel: string; readonly shares: number }[];
}
