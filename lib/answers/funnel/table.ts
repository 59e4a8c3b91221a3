import type { Row, Table } from "#lib/answers/table.ts";
import { FUNNEL_STAGES, type Funnel, type FunnelStage, type StageCount } from "./answer.ts";

const columns = {
  stage: "Stage of the funnel",
  covered: "1 when something reports the stage, else 0",
  events: "Events of the stage",
  people: "Distinct people behind them",
};

/** Events and people by stage. */
export const funnelTable = {
  columns,
  rows: ({ stages }: Pick<Funnel, "stages">) => FUNNEL_STAGES.map(stageRow(stages)),
} satisfies Table<Funnel>;

/** The same by channel. */
export const funnelChannelsTable = {
  columns: { channel: "Channel of the share concerned", ...columns },
  rows: ({ channels }) =>
    channels.flatMap(({ channel, stages }) =>
      FUNNEL_STAGES.map(stageRow(stages)).map((row): Row => [channel, ...row]),
    ),
} satisfies Table<Funnel>;

function stageRow(stages: Readonly<Record<FunnelStage, StageCount | null>>): (stage: FunnelStage) => Row {
  return (stage) => {
    const count = stages[stage];
    return count === null ? [stage, 0, null, null] : [stage, 1, count.events, count.people];
  };
}
