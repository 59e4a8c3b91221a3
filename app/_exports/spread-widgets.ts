import { analyse } from "#app/_server/analyse.ts";
import { analysisFrame } from "#app/w/_server/analysis-frame.ts";
import { cohortGrain } from "#app/w/_server/cohort-grain.ts";
import { periodMoment } from "#app/w/_server/period-moment.ts";
import { COHORT_COLUMNS } from "#lib/answers/cohorts/analyse-cohorts.ts";
import { METRICS } from "#lib/metrics/registry.ts";
import { clockInstant } from "#lib/time/clock-instant.ts";
import { isoInZone } from "#lib/time/iso-in-zone.ts";
import { estimateCells } from "./estimate-cells.ts";
import { estimateColumns } from "./estimate-columns.ts";
import type { Cell, ExportContext, Widget } from "./widget.ts";

const K = estimateColumns("k", "Children per share");

async function spreadOf({ scope, campaign, query, question, search }: ExportContext) {
  const { horizon } = analysisFrame(search.get("horizon") ?? undefined, question.asOf);
  const asOf = periodMoment(question, query);
  const { filters } = question;
  return await analyse(scope, "viral-coefficient", { campaignId: campaign.id, asOf, horizon, filters });
}

/** Files of the Viral-coefficient and Cohorts pages. */
export const SPREAD_WIDGETS: Readonly<Record<string, Widget>> = {
  numbers: {
    columns: {
      id: "Key of the number; the page of definitions explains it",
      unit: "In which it stands; times in milliseconds, parts of a whole from 0 to 1",
      ...estimateColumns("value", "The number"),
    },
    async rows({ scope, campaign, query, question, search }) {
      const { horizon } = analysisFrame(search.get("horizon") ?? undefined, question.asOf);
      const { filters } = question;
      const asked = { campaignId: campaign.id, asOf: periodMoment(question, query), horizon, filters };
      const { numbers } = await analyse(scope, "numbers", asked);
      return numbers.map(({ id, estimate }): Cell[] => [
        ...[id, METRICS.find((metric) => metric.id === id)?.unit ?? null],
        ...estimateCells(estimate),
      ]);
    },
  },
  k: {
    columns: {
      population: "sharers: shares that somebody brought; seeds: the others",
      shares: "Shares of the population",
      ...K,
    },
    async rows(context) {
      const { k, k0, sharers, seeds } = await spreadOf(context);
      return [
        ["sharers", sharers, ...estimateCells(k)],
        ["seeds", seeds, ...estimateCells(k0)],
      ];
    },
  },
  "k-factors": {
    columns: { factor: "visits per share × share rate × shares per sharer is K so far", value: "Its value" },
    async rows(context) {
      const { visitsPerShare, shareRate, sharesPerSharer } = (await spreadOf(context)).factors;
      return [
        ["visits_per_share", visitsPerShare],
        ["share_rate", shareRate],
        ["shares_per_sharer", sharesPerSharer],
      ];
    },
  },
  modes: {
    columns: { mode: "active or passive", shares: "Shares of the mode that are no seeds", ...K },
    async rows(context) {
      const { modes } = await spreadOf(context);
      return modes.map(({ mode, shares, k }): Cell[] => [mode, shares, ...estimateCells(k)]);
    },
  },
  rt: {
    columns: {
      from: "Start of the window, ISO 8601 with the zone's offset",
      to: "End of the window",
      r: "Time-varying reproduction number",
      r_low_95: "Lower end of its 95 % interval",
      r_high_95: "Upper end of its 95 % interval",
      probability_above_one: "That it exceeds 1",
      few_data: "1 when too few children to lean on, else 0",
    },
    async rows(context) {
      const { zone } = context.question;
      return (await spreadOf(context)).rt.map(({ from, to, r, aboveOne, isGrey }): Cell[] => [
        ...[isoInZone(from, zone), isoInZone(to, zone), r?.value ?? null, r?.low ?? null, r?.high ?? null],
        ...[aboveOne, isGrey ? 1 : 0],
      ]);
    },
  },
  "k-cohorts": {
    columns: {
      from: "Start of the cohort, ISO 8601 with the zone's offset",
      to: "Its end",
      shares: "Shares born in it",
      children: "Their children so far",
      effective_shares: "Shares, each counted for the part of its children that is due",
      naive_k: "Children over shares",
      ...estimateColumns("corrected_k", "Children over effective shares"),
      immature: "1 while less than a fifth of the children are due, else 0",
    },
    async rows(context) {
      const { zone } = context.question;
      return (await spreadOf(context)).cohorts.map((row): Cell[] => [
        ...[isoInZone(row.from, zone), isoInZone(row.to, zone), row.shares, row.children, row.effective],
        ...[row.naive, ...estimateCells(row.corrected), row.isImmature ? 1 : 0],
      ]);
    },
  },
  "cycle-time": {
    columns: {
      from_ms: "Shortest time of the bin, milliseconds",
      to_ms: "Longest time of the bin",
      part: "Part of the children, 0 to 1",
    },
    async rows(context) {
      return (await spreadOf(context)).cycle.histogram.map(({ from, to, part }): Cell[] => [from, to, part]);
    },
  },
  offspring: {
    columns: {
      children: "At least so many children",
      part_seen: "Part of the mature shares that have them",
      part_fitted: "The same by the fitted negative binomial",
    },
    async rows(context) {
      const { tail } = (await spreadOf(context)).offspring;
      return tail.map(({ children, seen, fitted }): Cell[] => [children, seen, fitted]);
    },
  },
  generations: {
    columns: { generation: "0 is the seeds", shares: "Shares there", children: "Their children", ...K },
    async rows(context) {
      return (await spreadOf(context)).generations.map((row): Cell[] => [
        ...[row.generation, row.shares, row.children],
        ...estimateCells(row.k),
      ]);
    },
  },
  cohorts: {
    columns: {
      seeds_planted: "Start of the step, ISO 8601 with the zone's offset",
      seeds: "Seeds planted in it",
      by: "generation, or day since the seed (0 is the first)",
      column: "Number of the generation or day",
      shares_per_seed: "Mean shares of a seed there; empty while not every seed has had time",
      ...estimateColumns("k_so_far", "Children per sharer of the cohort"),
    },
    async rows({ scope, query, question, search }) {
      const by = COHORT_COLUMNS.find((known) => known === search.get("by")) ?? COHORT_COLUMNS[0];
      const grain = cohortGrain(query, question.grain);
      const { now } = await analyse(scope, "cohorts", { ...question, grain, before: null, by });
      return now.rows.flatMap(({ clock, seeds, cells, k }) =>
        cells.map((cell, i): Cell[] => [
          ...[isoInZone(clockInstant(clock, question.zone), question.zone), seeds, by, now.first + i, cell],
          ...estimateCells(k),
        ]),
      );
    },
  },
};
