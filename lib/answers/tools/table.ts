import { estimateCells, estimateColumns, type Table } from "#lib/answers/table.ts";
import { rankedTools, type ToolsAnswer } from "./answer.ts";

/** A table of the workspace, which no question of a campaign asks. */
type WorkspaceTable = Omit<Table<ToolsAnswer>, "rows"> & {
  rows(answer: ToolsAnswer): ReturnType<Table<ToolsAnswer>["rows"]>;
};

const K = estimateColumns("k", "Children per share");

/** The tables of the Tools page by their name in an address. */
export const TOOL_TABLES: Readonly<Record<"tools" | "campaigns" | "channels", WorkspaceTable>> = {
  /** Each tool as a whole. */
  tools: {
    columns: {
      tool: "One of the six",
      campaigns: "Its campaigns, archived ones left out",
      sharers: "People who shared, counted once in each campaign",
      shares: "Shares",
      ...K,
      ...estimateColumns("k_pooled", "K drawn towards that of all tools"),
      ranked: "1 where tools differ beyond chance, so that K, pooled, ranks them, else 0",
    },
    rows: (answer) =>
      rankedTools(answer).map(({ tool, campaigns, sharers, shares, k, kPooled }) => [
        ...[tool, campaigns.length, sharers, shares],
        ...estimateCells(k),
        ...estimateCells(kPooled),
        answer.pooling === "differ" ? 1 : 0,
      ]),
  },
  /** The campaigns of each. */
  campaigns: {
    columns: {
      tool: "One of the six",
      campaign: "Its name",
      sharers: "People who shared",
      shares: "Shares",
      ...K,
    },
    rows: (answer) =>
      rankedTools(answer).flatMap(({ tool, campaigns }) =>
        campaigns.map(({ name, sharers, shares, k }) => [tool, name, sharers, shares, ...estimateCells(k)]),
      ),
  },
  /** The channels of each. */
  channels: {
    columns: { tool: "One of the six", channel: "Channel of the shares", shares: "Shares made there" },
    rows: (answer) =>
      rankedTools(answer).flatMap(({ tool, channels }) =>
        channels.map(({ channel, shares }) => [tool, channel, shares]),
      ),
  },
};
export type ToolTable = keyof typeof TOOL_TABLES;

/** The table of a name in an address; null for none. */
export function toolTableOf(name: string): WorkspaceTable | null {
  return Object.entries(TOOL_TABLES).find(([known]) => known === name)?.[1] ?? null;
}
