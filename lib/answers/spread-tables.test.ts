import { expect, it } from "vitest";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { DAY } from "#lib/time/lengths.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
import { cohortsTable } from "./cohorts/table.ts";
import { forecastCascadesTable, forecastTable } from "./forecast/table.ts";
import { ANSWERS } from "./registry.ts";
import { sharersTable, sharersWithRestTable } from "./sharers/table.ts";
import {
  cycleTimeTable,
  generationsTable,
  kCohortsTable,
  kFactorsTable,
  kTable,
  modesTable,
  offspringTable,
  rtTable,
} from "./spread/table.ts";
import { namedRows } from "./table.ts";
import { estimated } from "./testing/named-cells.ts";
import { questionTo } from "./testing/question-to.ts";
import { readerOfLog } from "./testing/reader-of-log.ts";
import { NOW, simulatedCampaigns } from "./testing/simulated-campaigns.ts";

const { own, past, blank } = simulatedCampaigns();
const READ = readerOfLog([own, past, blank]);
const ALL = questionTo(own, "", NOW);
const iso = (at: number) => isoInZone(at, "Asia/Riyadh");

it("viral coefficient: each card's file is its card", () => {
  const answer = ANSWERS["viral-coefficient"](READ, ALL);
  expect(namedRows(kTable, answer)).toEqual([
    { population: "sharers", shares: answer.sharers, ...estimated("k", answer.k) },
    { population: "seeds", shares: answer.seeds, ...estimated("k", answer.k0) },
  ]);
  const { visitsPerShare, shareRate, sharesPerSharer } = answer.factors;
  expect(namedRows(kFactorsTable, answer).map(({ factor, value }) => [factor, value])).toEqual([
    ["visits_per_share", visitsPerShare],
    ["share_rate", shareRate],
    ["shares_per_sharer", sharesPerSharer],
  ]);
  expect(namedRows(modesTable, answer)).toEqual(
    answer.modes.map(({ mode, shares, k }) => ({ mode, shares, ...estimated("k", k) })),
  );
  expect(namedRows(generationsTable, answer)).toEqual(
    answer.generations.map(({ generation, andLater, shares, children, k }) => {
      return { generation, and_later: andLater ? 1 : 0, shares, children, ...estimated("k", k) };
    }),
  );
  expect(namedRows(cycleTimeTable, answer)).toEqual(
    answer.cycle.histogram.map(({ from, to, part }) => ({ from_ms: from, to_ms: to, part })),
  );
  expect(namedRows(offspringTable, answer)).toEqual(
    answer.offspring.tail.map(({ children, seen, fitted }) => {
      return { children, part_seen: seen, part_fitted: fitted };
    }),
  );
});

it("viral coefficient: a chain of a thousand generations has a row for each of the first, and one for all others", () => {
  const log = Array.from({ length: 1000 }, (_, i) => ({
    ...BLANK_EVENT,
    ...{
      id: `s${i}`,
      kind: "share" as const,
      person: `p${i}`,
      code: `s${i}`,
      channel: "x",
      source: "server",
    },
    via: i === 0 ? null : `s${i - 1}`,
    occurredAt: NOW - 1e6 + i,
  }));
  const deep = { ...own, log };
  const answer = ANSWERS["viral-coefficient"](readerOfLog([deep]), questionTo(deep, "", NOW));
  const rows = namedRows(generationsTable, answer);
  expect(rows).toHaveLength(31);
  expect(rows.map(({ and_later }) => and_later)).toEqual([...Array.from({ length: 30 }, () => 0), 1]);
  expect(rows.at(-1)).toMatchObject({ generation: 30, shares: 970, children: 969 });
});

it("viral coefficient over time: what is not known yet is empty, and says that it leans on little", () => {
  const answer = ANSWERS["viral-coefficient"](READ, ALL);
  const windows = namedRows(rtTable, answer, ALL);
  expect(windows).toEqual(
    answer.rt.map(({ from, to, r, aboveOne, isGrey, isComplete, cascades }) => ({
      from: iso(from),
      to: iso(to),
      r: r === null ? null : r.value,
      r_low_95: r === null ? null : r.low,
      r_high_95: r === null ? null : r.high,
      probability_above_one: aboveOne,
      few_data: isGrey ? 1 : 0,
      effective_cascades: cascades,
      complete: isComplete ? 1 : 0,
      within_ms: answer.rtWithin,
    })),
  );
  expect(windows.some(({ r }) => r === null)).toBe(true);
  expect(namedRows(kCohortsTable, answer, ALL)).toEqual(
    answer.cohorts.map((row) => ({
      from: iso(row.from),
      to: iso(row.to),
      shares: row.shares,
      children: row.children,
      effective_shares: row.effective,
      naive_k: row.naive,
      ...estimated("corrected_k", row.corrected),
      immature: row.isImmature ? 1 : 0,
      k_changes: answer.trend.change === null ? null : 0,
    })),
  );
});

it("viral coefficient over time: what is counted to less than the horizon is not held against 1", () => {
  const whole = ANSWERS["viral-coefficient"](READ, ALL);
  expect(whole.rtWithin).toBeNull();
  expect(whole.rt.some(({ aboveOne }) => aboveOne !== null)).toBe(true);
  const short = ANSWERS["viral-coefficient"](READ, questionTo(own, "horizon=30d", NOW));
  expect(short.rtWithin).not.toBeNull();
  expect(short.rt.some(({ r }) => r !== null)).toBe(true);
  expect(short.rt.every(({ aboveOne }) => aboveOne === null)).toBe(true);
  const known = short.cohorts.flatMap(({ corrected }) => (corrected.value === null ? [] : [corrected]));
  expect(known.length).toBeGreaterThan(0);
  expect(known.every(({ within }) => within !== undefined)).toBe(true);
});

it("viral coefficient over time: a change of K is marked at the cohort that it begins with", () => {
  const answer = ANSWERS["viral-coefficient"](READ, ALL);
  const marks = (change: typeof answer.trend.change) =>
    namedRows(kCohortsTable, { ...answer, trend: { ...answer.trend, change } }, ALL).map(
      ({ k_changes }) => k_changes,
    );
  const at = answer.cohorts[3]?.from ?? 0;
  expect(marks({ at, before: 0.6, after: 0.3 })).toEqual(answer.cohorts.map((_, i) => (i === 3 ? 1 : 0)));
  expect(new Set(marks("unclear"))).toEqual(new Set([0]));
  expect(new Set(marks(null))).toEqual(new Set([null]));
});

it("cohorts: a row for each cell, empty where not every seed has had time", () => {
  const question = questionTo(own, "by=day", NOW);
  const answer = ANSWERS.cohorts(READ, question);
  const rows = namedRows(cohortsTable, answer, question);
  const expected = answer.rows.flatMap(({ step, seeds, cells, ...row }) =>
    cells.map((cell, column) => ({
      seeds_planted: iso(step.from),
      seeds,
      by: "day",
      column,
      shares_per_seed: cell,
      shares: row.shares,
      children: row.children,
      effective_shares: row.effective,
      k_so_far: row.naive,
      ...estimated("corrected_k", row.corrected),
      immature: row.hatched ? 1 : 0,
    })),
  );
  expect(rows).toEqual(expected);
  expect(rows.some((row) => row.shares_per_seed === null)).toBe(true);
  expect(rows[0]?.shares_per_seed).toBeGreaterThan(0);
  const first = namedRows(cohortsTable, ANSWERS.cohorts(READ, ALL), ALL)[0];
  expect(first).toMatchObject({ by: "generation", column: 1 });
});

it("forecast: the curve, then where it goes; every young cascade with its bands", () => {
  const answer = ANSWERS.forecast(READ, ALL);
  const { total } = answer;
  if (total === null) throw new Error("no forecast");
  const rows = namedRows(forecastTable, answer, ALL);
  const bands = (band: typeof total.band) => ({
    low_80: band.low80,
    high_80: band.high80,
    low_95: band.low95,
    high_95: band.high95,
  });
  expect(rows.at(-1)).toEqual({ time: iso(NOW + 7 * DAY), shares: total.final, ...bands(total.band) });
  expect(rows.slice(0, -1).map(({ time, shares, low_80 }) => [time, shares, low_80])).toEqual(
    answer.curve.map(({ at, size }) => [iso(at), size, null]),
  );
  expect(namedRows(forecastCascadesTable, answer, ALL)).toEqual(
    answer.cascades.map(({ root, startedAt, size, final, band, doubles, scenarios }) => ({
      root,
      started_at: iso(startedAt),
      shares: size,
      final,
      ...bands(band),
      probability_of_doubling: doubles,
      if_fading: scenarios?.fading ?? null,
      if_lasting: scenarios?.lasting ?? null,
    })),
  );
  expect(answer.cascades.length).toBeGreaterThan(1);
  const unknown = questionTo(past, "", NOW);
  expect(namedRows(forecastTable, ANSWERS.forecast(READ, unknown), unknown).at(-1)?.low_80).toBeNull();
});

it("sharers: all of them in the order of the page, and what nobody's share earned as a last row", () => {
  const question = questionTo(own, "sort=children&credit=last&page=2", NOW);
  const stray = { id: "stray", kind: "conversion", person: "nobody", value: 7, occurredAt: NOW - 1 } as const;
  const read = readerOfLog([{ ...own, log: [...own.log, { ...BLANK_EVENT, ...stray }] }]);
  const all = ANSWERS.sharers(read, { ...question, options: { ...question.options, rows: "all" } });
  const rows = namedRows(sharersTable, all, question);
  const second = ANSWERS.sharers(read, question);
  expect([second.page, second.rows.length]).toEqual([2, 50]);
  expect(rows.slice(50, 100).map(({ person }) => person)).toEqual(second.rows.map(({ person }) => person));
  expect(rows).toHaveLength(all.totals.persons);
  const [row, first] = [rows[0], all.rows[0]];
  expect(row).toEqual({
    person: first?.person,
    shares: first?.shares,
    repeat_sharer: (first?.shares ?? 0) > 1 ? 1 : 0,
    cascades: first?.cascades,
    children: first?.children,
    descendants: first?.descendants,
    k_shrunk: first?.k,
    conversions_below: first?.conversions,
    value_below: first?.value,
    credit: first?.credit,
    first_share_at: new Date(first?.first ?? 0).toISOString(),
    last_share_at: new Date(first?.last ?? 0).toISOString(),
    self_children: first?.selfChildren,
    orphans: first?.orphans,
    skews: first?.skews,
    most_shares_in_a_minute: first?.burst,
  });
  expect(rows.some((one) => one.k_shrunk === null)).toBe(true);
  const withRest = namedRows(sharersWithRestTable, all, question);
  const { unattributed } = all.totals;
  expect(unattributed).toBe(7);
  expect(withRest.at(-1)).toMatchObject({ person: "(unattributed)", credit: unattributed, shares: null });
  const credit = withRest.reduce((total, one) => total + Number(one.credit), 0);
  expect(credit).toBeCloseTo(all.totals.creditIn === "value" ? all.totals.value : all.totals.conversions, 6);
});
