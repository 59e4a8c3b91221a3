import { expect, it } from "vitest";
import { isoInZone } from "#lib/time/zone-clock.ts";
import { armsByChannelTable, armsByVariantTable } from "./arms/table.ts";
import { audienceTable } from "./audience/table.ts";
import { funnelChannelsTable, funnelTable } from "./funnel/table.ts";
import { moneyTable } from "./money/table.ts";
import { numbersTable } from "./numbers/table.ts";
import { overviewTable, sharesTable } from "./overview/table.ts";
import { ANSWERS } from "./registry.ts";
import { type NamedCells, namedRows } from "./table.ts";
import { estimated } from "./testing/named-cells.ts";
import { questionTo } from "./testing/question-to.ts";
import { readerOfLog } from "./testing/reader-of-log.ts";
import { NOW, simulatedCampaigns } from "./testing/simulated-campaigns.ts";
import { valueReceiverTable, valueSenderTable } from "./value/table.ts";

const { own, past, blank } = simulatedCampaigns();
const READ = readerOfLog([own, past, blank]);
const ALL = questionTo(own, "", NOW);
const WEEK = questionTo(own, "period=7d&vs=previous", NOW);
const ZONE = "Asia/Riyadh";
const byFigure = (rows: readonly NamedCells[]) => new Map(rows.map((row) => [row.figure, row]));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

it("overview: the figures of the period and of what it is compared with", () => {
  const answer = ANSWERS.overview(READ, WEEK);
  const rows = namedRows(overviewTable, answer);
  for (const period of ["now", "before"] as const) {
    const figures = answer[period]?.figures;
    if (figures === undefined) throw new Error("nothing to compare with");
    const found = byFigure(rows.filter((row) => row.period === period));
    const plain = { value_low_95: null, value_high_95: null, value_note: null, value_within_ms: null };
    for (const [figure, value] of [
      ["people_reached", figures.people],
      ["shares", figures.shares],
      ["seeds", figures.seeds],
      ["visits", figures.visits],
      ["conversions", figures.conversions],
      ["value", figures.value],
    ] as const)
      expect(found.get(figure)).toEqual({ period, figure, value, ...plain });
    for (const [figure, estimate] of [
      ["share_rate", figures.shareRate],
      ["k", figures.k],
      ["cycle_time_ms", figures.cycleTime],
      ["earned_share", figures.earnedShare],
      ["conversion_rate", figures.conversionRate],
    ] as const)
      expect(found.get(figure)).toEqual({ period, figure, ...estimated("value", estimate) });
    expect(found.size).toBe(11);
  }
  expect(rows).toHaveLength(22);
  expect(namedRows(overviewTable, ANSWERS.overview(READ, ALL))).toHaveLength(11);
});

it("shares: every step with its generations, people, and the same step of before", () => {
  const answer = ANSWERS.overview(READ, WEEK);
  const rows = namedRows(sharesTable, answer, WEEK);
  expect(rows[0]?.time).toBe(isoInZone(WEEK.from, ZONE));
  expect(
    rows.map((row) => [
      ...[row.seeds, row.generation_1, row.generation_2, row.generation_3_and_later],
      row.generation_unknown,
    ]),
  ).toEqual(answer.now.steps.map(({ counts }) => [...counts]));
  expect(rows.map((row) => row.people_reached)).toEqual([...answer.now.people]);
  const before = rows.map((row) => Number(row.shares_before));
  expect(sum(before)).toBe(answer.before?.figures.shares);
  expect(before).toEqual(rows.map((_, i) => sum(answer.before?.steps[i]?.counts ?? [])));
  for (const row of namedRows(sharesTable, ANSWERS.overview(READ, ALL), ALL))
    expect(row.shares_before).toBeNull();
});

it("money: prices in the campaign's currency, and nothing without spend", () => {
  const answer = ANSWERS.money(READ, ALL);
  const { money } = answer;
  if (money === null) throw new Error("no money");
  const found = byFigure(namedRows(moneyTable, answer, ALL));
  const row = (figure: string) => ({ figure, currency: "USD" });
  expect(found.get("spend")).toMatchObject({ ...row("spend"), value: 500 });
  expect(found.get("paid_seeds")?.value).toBe(money.paidSeeds);
  expect(found.get("people_in_paid_cascades")?.value).toBe(money.paidReach);
  expect(found.get("price_per_paid_seed")?.value).toBe(money.pricePerSeed);
  expect(found.get("viral_lift")?.value).toBe(money.cost.viralLift);
  for (const [figure, estimate] of [
    ["earned_reach_price", money.earnedReachPrice],
    ["paid_only_cost_per_conversion", money.cost.paidOnly.price],
    ["effective_cost_per_conversion", money.cost.effective.price],
    ["effective_cost_young_shares_allowed_for", money.nowcast ?? { value: 0 }],
  ] as const)
    expect(found.get(figure)).toEqual({ ...row(figure), ...estimated("value", estimate) });
  expect(namedRows(moneyTable, ANSWERS.money(READ, questionTo(past, "", NOW)), ALL)).toEqual([]);
});

it("arms, audience and numbers: each row is one of the answer", () => {
  const arms = ANSWERS.arms(READ, ALL);
  for (const [table, of] of [
    [armsByChannelTable, arms.channels],
    [armsByVariantTable, arms.variants],
  ] as const)
    expect(namedRows(table, arms, ALL)).toEqual(
      of.flatMap(({ measure, arms: rows }) =>
        rows.map(({ name: arm, seeds, cascades, cases, events, rate, pooled }) => {
          return {
            ...{ measure, arm, seeds, cascades, cases, events },
            ...estimated("rate", rate),
            ...estimated("rate_pooled", pooled),
          };
        }),
      ),
    );
  expect(arms.variants.map(({ measure }) => measure)).toEqual(["k", "conversion", "value", "share"]);
  expect(arms.variants[0]?.arms.map(({ name }) => name).sort()).toEqual(["A", "B"]);
  const audience = ANSWERS.audience(READ, ALL);
  const countries = namedRows(audienceTable("country"), audience, ALL);
  expect(countries).toEqual(
    audience.attributes
      .find(({ attribute }) => attribute === "country")
      ?.groups.map(({ value, people, part, ...rates }) => ({
        country: value,
        people,
        part,
        planned: value === "SA" ? 1 : 0,
        ...estimated("share_rate", rates.shareRate),
        ...estimated("conversion_rate", rates.conversionRate),
        ...estimated("k", rates.k),
        ...estimated("share_rate_pooled", rates.shareRatePooled),
        ...estimated("conversion_rate_pooled", rates.conversionRatePooled),
        ...estimated("k_pooled", rates.kPooled),
      })),
  );
  expect(countries.map(({ country }) => country).toSorted()).toEqual(["AE", "EG", "SA"]);
  const numbers = ANSWERS.numbers(READ, ALL);
  const rows = namedRows(numbersTable, numbers, ALL);
  expect(rows.map(({ unit: _, ...row }) => row)).toEqual(
    numbers.numbers.map(({ id, estimate }) => ({ id, ...estimated("value", estimate) })),
  );
  expect(rows.every(({ unit }) => typeof unit === "string" && unit !== "")).toBe(true);
});

it("funnel: what no source reports is not covered, and no zero", () => {
  const answer = ANSWERS.funnel(READ, ALL);
  const rows = namedRows(funnelTable, answer);
  for (const [stage, count] of Object.entries(answer.stages))
    expect(rows.find((row) => row.stage === stage)).toEqual({
      stage,
      covered: count === null ? 0 : 1,
      events: count?.events ?? null,
      people: count?.people ?? null,
    });
  expect(rows.find(({ stage }) => stage === "delivered")).toMatchObject({ covered: 0, events: null });
  const channels = namedRows(funnelChannelsTable, answer);
  for (const { channel, stages } of answer.channels) {
    const own = channels.filter((row) => row.channel === channel);
    expect(own.find(({ stage }) => stage === "clicked")?.events).toBe(stages.clicked?.events);
    expect(own).toHaveLength(rows.length);
  }
});

it("value: each panel's own rates, and how many gave each score", () => {
  const answer = ANSWERS.value(READ, ALL);
  const { sender, receiver } = answer;
  const [sent, received] = [valueSenderTable, valueReceiverTable].map((table) =>
    byFigure(namedRows(table, answer)),
  );
  const expected = [
    [sent, "mean_rating", sender.mean],
    [sent, "share_rate", sender.shareRate],
    [sent, "repeat_sharers", sender.repeatRate],
    [sent, "sharers_who_stay", sender.stayRate],
    [received, "mean_rating", receiver.mean],
    [received, "conversion_rate", receiver.conversionRate],
    [received, "reshare_rate", receiver.reshareRate],
  ] as const;
  for (const [found, figure, estimate] of expected)
    expect(found?.get(figure)).toEqual({ figure, ...estimated("value", estimate) });
  expect(received?.get("value_per_conversion")?.value).toBe(receiver.valuePerConversion);
  for (const [found, { scores }] of [
    [sent, sender],
    [received, receiver],
  ] as const)
    expect([1, 2, 3, 4, 5].map((score) => found?.get(`ratings_of_${score}`)?.value)).toEqual([...scores]);
});
