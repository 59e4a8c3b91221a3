import { analyse } from "#app/_server/analyse.ts";
import { FUNNEL_STAGES, type StageCount } from "#lib/answers/funnel/analyse-funnel.ts";
import type { ValueAnswer } from "#lib/answers/value/analyse-value.ts";
import { PERSON_DIMENSIONS } from "#lib/query/query.ts";
import { estimateCells } from "./estimate-cells.ts";
import { estimateColumns } from "./estimate-columns.ts";
import type { Cell, ExportContext, Widget } from "./widget.ts";

const VALUE_COLUMNS = {
  figure: "Name of the figure; rates are 0 to 1",
  ...estimateColumns("value", "Its value"),
};
const STAGE_COLUMNS = {
  stage: "Stage of the funnel",
  covered: "1 when something reports the stage, else 0",
  events: "Events of the stage",
  people: "Distinct people behind them",
};

async function panelsOf({ scope, question }: ExportContext): Promise<ValueAnswer> {
  return (await analyse(scope, "value", { ...question, before: null })).now;
}

async function funnelOf({ scope, question }: ExportContext) {
  return (await analyse(scope, "funnel", { ...question, before: null })).now;
}

/** Files of the Funnel, Value and Audience pages. */
export const PEOPLE_WIDGETS: Readonly<Record<string, Widget>> = {
  funnel: {
    columns: STAGE_COLUMNS,
    async rows(context) {
      const { stages } = await funnelOf(context);
      return FUNNEL_STAGES.map((stage) => [stage, ...stageCells(stages[stage])]);
    },
  },
  "funnel-channels": {
    columns: { channel: "Channel of the share concerned", ...STAGE_COLUMNS },
    async rows(context) {
      const { channels } = await funnelOf(context);
      return channels.flatMap(({ channel, stages }) =>
        FUNNEL_STAGES.map((stage): Cell[] => [channel, stage, ...stageCells(stages[stage])]),
      );
    },
  },
  "value-sender": {
    columns: VALUE_COLUMNS,
    async rows(context) {
      const { sender, scale } = await panelsOf(context);
      return [
        ["mean_rating", ...estimateCells(sender.mean)],
        ["share_rate", ...estimateCells(sender.shareRate)],
        ["repeat_sharers", ...estimateCells(sender.repeatRate)],
        ["sharers_who_stay", ...estimateCells(sender.stayRate)],
        ...scoreRows(sender.scores, scale.low),
      ];
    },
  },
  "value-receiver": {
    columns: VALUE_COLUMNS,
    async rows(context) {
      const { receiver, scale } = await panelsOf(context);
      return [
        ["mean_rating", ...estimateCells(receiver.mean)],
        ["conversion_rate", ...estimateCells(receiver.conversionRate)],
        ["reshare_rate", ...estimateCells(receiver.reshareRate)],
        ["value_per_conversion", receiver.valuePerConversion, null, null, null],
        ...scoreRows(receiver.scores, scale.low),
      ];
    },
  },
  ...Object.fromEntries(
    PERSON_DIMENSIONS.map((attribute) => [`audience-${attribute}`, audienceWidget(attribute)]),
  ),
};

function audienceWidget(attribute: string): Widget {
  return {
    columns: {
      [attribute]: "What people stated; groups of fewer than five are left out",
      people: "People reached who stated it",
      part: "Part of all who stated the attribute, 0 to 1",
      planned: "1 when the campaign is aimed at it, else 0",
      ...estimateColumns("share_rate", "Part of them who shared"),
      ...estimateColumns("conversion_rate", "Part of them who converted"),
    },
    async rows({ scope, campaign, question }) {
      const plan = campaign.audiencePlan ?? {};
      const { now } = await analyse(scope, "audience", { ...question, before: null, plan });
      const groups = now.attributes.find((other) => other.attribute === attribute)?.groups ?? [];
      return groups.map(({ value, people, part, isPlanned, shareRate, conversionRate }) => [
        ...[value, people, part, isPlanned ? 1 : 0],
        ...estimateCells(shareRate),
        ...estimateCells(conversionRate),
      ]);
    },
  };
}

function stageCells(count: StageCount | null): Cell[] {
  return count === null ? [0, null, null] : [1, count.events, count.people];
}

function scoreRows(scores: readonly number[], lowest: number): Cell[][] {
  return scores.map((count, i) => [`ratings_of_${lowest + i}`, count, null, null, null]);
}
