import type { CampaignTally, WorkspaceAnswer } from "#lib/answers/workspace.ts";
import { TOOLS, type Tool } from "#lib/domain/campaign.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { lagSample } from "#lib/estimators/lag-sample.ts";
import { joinSamples } from "./join-samples.ts";
import { kOfSample } from "./k-of-sample.ts";

/** What all campaigns of one tool have come to. */
export interface ToolFigures {
  readonly tool: Tool;
  readonly campaigns: readonly (CampaignTally & { readonly k: Estimate })[];
  /** Counted once in each campaign. */
  readonly sharers: number;
  readonly shares: number;
  /** Of the shares of all its campaigns together, their cascades as clusters. */
  readonly k: Estimate;
  /** Shares by channel, the most used first. */
  readonly channels: readonly { readonly channel: string; readonly shares: number }[];
}

/** The six tools with what the campaigns of each have come to, archived ones left out. */
export const toolsAnswer: WorkspaceAnswer<ToolFigures[]> = (read, { asOf, horizon }) => {
  const tallies = read.tallies();
  const channels = read.channels();
  return TOOLS.map((tool) => {
    const own = tallies.filter((tally) => tally.tool === tool);
    const samples = own.map(({ id }) => lagSample(read.shape(id), asOf, "sharers"));
    const sum = (key: "shares" | "sharers") => own.reduce((total, tally) => total + tally[key], 0);
    return {
      tool,
      campaigns: own.map((tally, i) => ({ ...tally, k: kOfSample(samples[i] ?? joinSamples([]), horizon) })),
      sharers: sum("sharers"),
      shares: sum("shares"),
      k: kOfSample(joinSamples(samples), horizon),
      channels: channels
        .filter((row) => row.tool === tool)
        .map(({ channel, shares }) => ({ channel, shares })),
    };
  });
};
