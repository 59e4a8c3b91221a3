import { expect, it } from "vitest";
import { ANSWERS } from "#lib/answers/registry.ts";
import { namedRows } from "#lib/answers/table.ts";
import { estimated } from "#lib/answers/testing/named-cells.ts";
import { questionTo } from "#lib/answers/testing/question-to.ts";
import { readerOfLog } from "#lib/answers/testing/reader-of-log.ts";
import { NOW, simulatedCampaigns } from "#lib/answers/testing/simulated-campaigns.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
import { sortBoard } from "./sort-board.ts";
import { channelJumpsTable, channelPeopleTable, channelsTable, channelTrendsTable } from "./table.ts";

const { own } = simulatedCampaigns();
const READ = readerOfLog([own]);
const ALL = questionTo(own, "", NOW);
const WEEK = questionTo(own, "period=7d&vs=previous", NOW);
const ZONE = "Asia/Riyadh";
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

it("channels: in the order that the page is sorted in", () => {
  const answer = ANSWERS.channels(READ, ALL);
  const rows = namedRows(channelsTable, answer, ALL);
  expect(rows.map(({ people }) => Number(people))).toEqual(
    rows.map(({ people }) => Number(people)).toSorted((a, b) => b - a),
  );
  for (const row of answer.rows)
    expect(rows.find(({ channel }) => channel === row.channel)).toEqual({
      channel: row.channel,
      people: row.people,
      share_of_reach: row.shareOfReach,
      shares: row.shares,
      sharers: row.sharers,
      visits: row.visits,
      conversions: row.conversions,
      value: row.value,
      children: row.children,
      ...estimated("share_rate", row.shareRate),
      ...estimated("conversion_rate", row.conversionRate),
      ...estimated("k", row.k),
      ...estimated("share_rate_pooled", row.shareRatePooled),
      ...estimated("conversion_rate_pooled", row.conversionRatePooled),
      ...estimated("k_pooled", row.kPooled),
      ...estimated("cycle_time_ms", row.cycleTime),
      ...estimated("cost_per_person", row.costPerPerson),
    });
  const named = namedRows(channelsTable, answer, questionTo(own, "sort=channel", NOW));
  expect(named.map(({ channel }) => channel)).toEqual(["copy", "facebook", "whatsapp", "x"]);
});

it("channels are ranked by the pooled figure, whichever of the two heads is pressed", () => {
  const answer = ANSWERS.channels(READ, ALL);
  expect(answer.pooling).toEqual({ k: "differ", shareRate: "differ", conversionRate: "alike" });
  const pooledBy = (sort: string) =>
    namedRows(channelsTable, answer, questionTo(own, `sort=${sort}`, NOW)).map((row) => Number(row.k_pooled));
  const ranked = answer.rows.map(({ kPooled }) => kPooled.value ?? Number.NaN).toSorted((a, b) => b - a);
  expect(new Set(ranked).size).toBe(4);
  expect(pooledBy("k")).toEqual(ranked);
  expect(pooledBy("kPooled")).toEqual(ranked);
  for (const { k, kPooled } of answer.rows) expect(kPooled.value).not.toBe(k.value);
});

it("channels that differ by no more than chance are not ranked, nor is one of a single cascade", () => {
  const { rows } = ANSWERS.channels(READ, ALL);
  const pooling = { k: "alike", shareRate: "too-few", conversionRate: "differ" } as const;
  const orderBy = (sort: string, of = rows) => sortBoard({ rows: of, pooling }, sort).rows;
  expect(orderBy("k")).toEqual(rows);
  expect(sortBoard({ rows, pooling }, "shareRatePooled").sort).toBe("shareRate");
  const raw = orderBy("shareRate").map(({ shareRate }) => shareRate.value ?? 0);
  expect(raw).toEqual(raw.toSorted((a, b) => b - a));
  const [best] = orderBy("conversionRate");
  const lone = rows.map((row) =>
    row.channel === best?.channel
      ? { ...row, conversionRatePooled: { value: 1, note: "too-few-to-tell" } as const }
      : row,
  );
  expect(orderBy("conversionRate", lone).at(-1)?.channel).toBe(best?.channel);
});

it("channels' charts: people from the most, shares step by step, jumps from whom into what", () => {
  const answer = ANSWERS.channels(READ, WEEK);
  const people = namedRows(channelPeopleTable, answer);
  expect(people.map((row) => Number(row.people))).toEqual(
    answer.rows.map((row) => row.people).toSorted((a, b) => b - a),
  );
  const trends = namedRows(channelTrendsTable, answer, WEEK);
  const jumps = namedRows(channelJumpsTable, answer);
  answer.rows.forEach(({ channel, trend, shares }, i) => {
    const own = trends.filter((row) => row.channel === channel);
    expect(own.map((row) => row.shares)).toEqual([...trend]);
    expect(sum([...trend])).toBe(shares);
    expect(own[0]?.time).toBe(isoInZone(WEEK.from, ZONE));
    for (const [j, into] of answer.rows.entries())
      expect(jumps.find((row) => row.brought_by === channel && row.shared_on === into.channel)?.shares).toBe(
        answer.jumps[i]?.[j],
      );
  });
  expect(jumps).toHaveLength(answer.rows.length ** 2);
});
