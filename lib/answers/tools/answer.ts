import type { CampaignK } from "#lib/answers/campaigns/answer.ts";
import type { CampaignTally, WorkspaceAnswer } from "#lib/answers/workspace.ts";
import { countLinks } from "#lib/cascade/count-links.ts";
import { TOOLS, type Tool } from "#lib/domain/campaign.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { type LagSample, lagSample } from "#lib/estimators/lag-sample.ts";
import { orphanWarning } from "#lib/estimators/orphan-bound.ts";
import { type PoolingVerdict, poolKs } from "#lib/estimators/pooled.ts";
import { joinSamples } from "./join-samples.ts";
import { kOfSample } from "./k-of-sample.ts";

/** What all campaigns of one tool have come to. */
export interface ToolFigures {
  readonly tool: Tool;
  readonly campaigns: readonly (CampaignTally & Omit<CampaignK, "id">)[];
  /** Counted once in each campaign. */
  readonly sharers: number;
  readonly shares: number;
  /** Of the shares of all its campaigns together, their cascades as clusters. */
  readonly k: Estimate;
  /** K drawn towards that of all tools (METRICS §2.10): what tools are ranked by. */
  readonly kPooled: Estimate;
  /** Shares by channel, the most used first. */
  readonly channels: readonly { readonly channel: string; readonly shares: number }[];
}

/** What the six tools have come to, and whether they may be ranked by K. */
export interface ToolsAnswer {
  /** In their fixed order. */
  readonly tools: readonly ToolFigures[];
  readonly pooling: PoolingVerdict;
}

/** The tools as they stand on the page: by pooled K where they differ by it, those of one cascade or none last. */
export function rankedTools({ tools, pooling }: ToolsAnswer): readonly ToolFigures[] {
  // Nothing is ranked by what does not differ.
  if (pooling !== "differ") return tools;
  const rank = ({ kPooled }: ToolFigures) =>
    kPooled.value === null || kPooled.note === "too-few-to-tell" ? -1 : kPooled.value;
  return tools.toSorted((a, b) => rank(b) - rank(a));
}

/** The six tools with what the campaigns of each have come to, archived ones left out. */
export const toolsAnswer: WorkspaceAnswer<ToolsAnswer> = (read, { asOf, horizon }) => {
  const tallies = read.tallies();
  const channels = read.channels();
  const measured = TOOLS.map((tool) => {
    const own = tallies.filter((tally) => tally.tool === tool);
    const samples: LagSample[] = [];
    const campaigns = own.map((tally) => {
      const shape = read.shape(tally.id);
      const sample = lagSample(shape, asOf, "sharers");
      samples.push(sample);
      const found = kOfSample(sample, horizon);
      const orphans = orphanWarning(countLinks(shape, { asOf }), () => found);
      return { ...tally, k: found.estimate, orphans };
    });
    return { tool, own, campaigns, number: kOfSample(joinSamples(samples), horizon) };
  });
  const pooled = poolKs(measured.map(({ number }) => number));
  const tools = measured.map(({ tool, own, campaigns, number }, i) => {
    const sum = (key: "shares" | "sharers") => own.reduce((total, tally) => total + tally[key], 0);
    return {
      tool,
      campaigns,
      sharers: sum("sharers"),
      shares: sum("shares"),
      k: number.estimate,
      kPooled: pooled.estimates[i] ?? { value: null, why: "empty" },
      channels: channels
        .filter((row) => row.tool === tool)
        .map(({ channel, shares }) => ({ channel, shares })),
    };
  });
  return { tools, pooling: pooled.verdict };
};
