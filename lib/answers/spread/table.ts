import { estimateCells, estimateColumns, type Table, type Zoned } from "#lib/answers/table.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
import type { CycleTime, Offspring, ViralCoefficient } from "./viral-coefficient.ts";

const K = estimateColumns("k", "Children per share");

/** K of sharers and of seeds. */
export const kTable = {
  columns: {
    population: "sharers: shares that somebody brought; seeds: the others",
    shares: "Shares of the population",
    ...K,
  },
  rows: ({ k, k0, sharers, seeds }) => [
    ["sharers", sharers, ...estimateCells(k)],
    ["seeds", seeds, ...estimateCells(k0)],
  ],
} satisfies Table<ViralCoefficient>;

/** What K so far is the product of. */
export const kFactorsTable = {
  columns: { factor: "visits per share × share rate × shares per sharer is K so far", value: "Its value" },
  rows: ({ factors }) => [
    ["visits_per_share", factors.visitsPerShare],
    ["share_rate", factors.shareRate],
    ["shares_per_sharer", factors.sharesPerSharer],
  ],
} satisfies Table<ViralCoefficient>;

/** K of active and of passive shares. */
export const modesTable = {
  columns: { mode: "active or passive", shares: "Shares of the mode that are no seeds", ...K },
  rows: ({ modes }) => modes.map(({ mode, shares, k }) => [mode, shares, ...estimateCells(k)]),
} satisfies Table<ViralCoefficient>;

/** The time-varying reproduction number. */
export const rtTable = {
  columns: {
    from: "Start of the window, ISO 8601 with the zone's offset",
    to: "End of the window",
    r: "Time-varying reproduction number",
    r_low_95: "Lower end of its 95 % interval",
    r_high_95: "Upper end of its 95 % interval",
    probability_above_one: "That it exceeds 1",
    few_data: "1 when fewer than 11 children or 3 effective cascades could be expected, else 0",
    effective_cascades: "Cascades of equal weight that would make up the exposure as well",
    complete: "0 where reports of the window are still expected, else 1",
    within_ms: "Age up to which children are counted where that is short of the horizon, milliseconds",
  },
  rows: ({ rt, rtWithin }: Pick<ViralCoefficient, "rt" | "rtWithin">, { zone }: Zoned) =>
    rt.map(({ from, to, r, aboveOne, isGrey, isComplete, cascades }) => [
      isoInZone(from, zone),
      isoInZone(to, zone),
      r?.value ?? null,
      r?.low ?? null,
      r?.high ?? null,
      aboveOne,
      isGrey ? 1 : 0,
      cascades,
      isComplete ? 1 : 0,
      rtWithin,
    ]),
} satisfies Table<ViralCoefficient>;

/** Children of the shares born in each stretch of time. */
export const kCohortsTable = {
  columns: {
    from: "Start of the cohort, ISO 8601 with the zone's offset",
    to: "Its end",
    shares: "Shares born in it",
    children: "Their children so far",
    effective_shares: "Shares, each counted for the part of its children that is due",
    naive_k: "Children over shares",
    ...estimateColumns("corrected_k", "Children over effective shares"),
    immature: "1 while less than a fifth of the children are due, else 0",
    k_changes: "1 where K fell or rose about the start of the cohort, else 0; empty where it cannot be told",
  },
  rows: ({ cohorts, trend: { change } }: Pick<ViralCoefficient, "cohorts" | "trend">, { zone }: Zoned) =>
    cohorts.map((row) => [
      isoInZone(row.from, zone),
      isoInZone(row.to, zone),
      row.shares,
      row.children,
      row.effective,
      row.naive,
      ...estimateCells(row.corrected),
      row.isImmature ? 1 : 0,
      change === null ? null : change !== "unclear" && change.at === row.from ? 1 : 0,
    ]),
} satisfies Table<ViralCoefficient>;

/** How long children take. */
export const cycleTimeTable = {
  columns: {
    from_ms: "Shortest time of the bin, milliseconds",
    to_ms: "Longest time of the bin",
    part: "Part of the children, 0 to 1",
  },
  rows: ({ cycle }: { readonly cycle: Pick<CycleTime, "histogram"> }) =>
    cycle.histogram.map(({ from, to, part }) => [from, to, part]),
} satisfies Table<ViralCoefficient>;

/** Who passes it on how often. */
export const offspringTable = {
  columns: {
    children: "At least so many children",
    part_seen: "Part of the mature shares that have them",
    part_fitted: "The same by the fitted negative binomial",
  },
  rows: ({ offspring }: { readonly offspring: Pick<Offspring, "tail"> }) =>
    offspring.tail.map(({ children, seen, fitted }) => [children, seen, fitted]),
} satisfies Table<ViralCoefficient>;

/** K by depth. */
export const generationsTable = {
  columns: {
    generation: "0 is the seeds",
    and_later: "1 where all later generations are counted in, else 0",
    shares: "Shares there",
    children: "Their children",
    ...K,
  },
  rows: ({ generations }) =>
    generations.map((row) => [
      row.generation,
      row.andLater ? 1 : 0,
      row.shares,
      row.children,
      ...estimateCells(row.k),
    ]),
} satisfies Table<ViralCoefficient>;
