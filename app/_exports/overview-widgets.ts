import { analyse } from "#app/_server/analyse.ts";
import { listAnnotations } from "#db/queries/annotations/list-annotations.ts";
import type { OverviewFigures } from "#lib/answers/overview/analyse-overview.ts";
import { clockInstant } from "#lib/time/clock-instant.ts";
import { isoInZone } from "#lib/time/iso-in-zone.ts";
import { estimateCells } from "./estimate-cells.ts";
import { estimateColumns } from "./estimate-columns.ts";
import type { Cell, Widget } from "./widget.ts";

/** Files of the Overview page. */
export const OVERVIEW_WIDGETS = {
  overview: {
    columns: {
      period: "now: the period asked about; before: what it is compared with",
      figure: "Name of the figure; shares and rates are 0 to 1, times in milliseconds",
      ...estimateColumns("value", "Its value"),
    },
    async rows({ scope, question }) {
      const { now, before } = await analyse(scope, "overview", question);
      return [
        ...figureRows("now", now.figures),
        ...(before === null ? [] : figureRows("before", before.figures)),
      ];
    },
  },
  shares: {
    columns: {
      time: "Start of the step, ISO 8601 with the zone's offset",
      seeds: "Shares that started a cascade",
      generation_1: "Shares of the first generation",
      generation_2: "Shares of the second generation",
      generation_3_and_later: "Shares of later generations",
      people_reached: "People reached for the first time",
      shares_before: "Shares in the same step of what is compared",
    },
    async rows({ scope, question }) {
      const { now, before } = await analyse(scope, "overview", question);
      return now.steps.map(({ clock, counts }, i) => [
        isoInZone(clockInstant(clock, question.zone), question.zone),
        ...counts,
        now.people[i] ?? 0,
        before?.steps[i]?.counts.reduce((sum, count) => sum + count, 0) ?? null,
      ]);
    },
  },
  money: {
    columns: {
      figure: "Name of the price, in the campaign's currency",
      currency: "ISO 4217",
      ...estimateColumns("value", "The price; viral_lift is a part, 0 to 1"),
    },
    async rows({ scope, campaign, question }) {
      const { now } = await analyse(scope, "money", { ...question, before: null, spend: campaign.spend });
      if (now === null) return [];
      const { currency } = campaign;
      const plain = (name: string, value: number | null): Cell[] => [name, currency, value, null, null, null];
      return [
        plain("spend", now.spend),
        plain("paid_seeds", now.paidSeeds),
        plain("people_in_paid_cascades", now.paidReach),
        plain("price_per_paid_seed", now.pricePerSeed),
        ["earned_reach_price", currency, ...estimateCells(now.earnedReachPrice)],
        ["paid_only_cost_per_conversion", currency, ...estimateCells(now.cost.paidOnly.price)],
        ["effective_cost_per_conversion", currency, ...estimateCells(now.cost.effective.price)],
        plain("viral_lift", now.cost.viralLift),
        ...(now.nowcast === null
          ? []
          : [["effective_cost_young_shares_allowed_for", currency, ...estimateCells(now.nowcast)] as Cell[]]),
      ];
    },
  },
  notes: {
    columns: { time: "ISO 8601 with the zone's offset", kind: "What it is about", text: "The note" },
    async rows({ scope, campaign, question }) {
      return listAnnotations(scope, { campaignId: campaign.id })
        .filter(({ at }) => at >= question.from && at < question.to)
        .map(({ at, kind, text }) => [isoInZone(at, question.zone), kind, text]);
    },
  },
} as const satisfies Readonly<Record<string, Widget>>;

function figureRows(period: string, figures: OverviewFigures): Cell[][] {
  const plain = (name: string, value: number): Cell[] => [period, name, value, null, null, null];
  return [
    plain("people_reached", figures.people),
    [period, "share_rate", ...estimateCells(figures.shareRate)],
    [period, "k", ...estimateCells(figures.k)],
    [period, "cycle_time_ms", ...estimateCells(figures.cycleTime)],
    [period, "earned_share", ...estimateCells(figures.earnedShare)],
    [period, "conversion_rate", ...estimateCells(figures.conversionRate)],
    plain("shares", figures.shares),
    plain("seeds", figures.seeds),
    plain("visits", figures.visits),
    plain("conversions", figures.conversions),
    plain("value", figures.value),
  ];
}
