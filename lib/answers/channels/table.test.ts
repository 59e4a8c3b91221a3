import { expect, it } from "vitest";
import { ANSWERS } from "#lib/answers/registry.ts";
import { namedRows } from "#lib/answers/table.ts";
import { estimated } from "#lib/answers/testing/named-cells.ts";
import { questionTo } from "#lib/answers/testing/question-to.ts";
import { readerOfLog } from "#lib/answers/testing/reader-of-log.ts";
import { NOW, simulatedCampaigns } from "#lib/answers/testing/simulated-campaigns.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
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
      ...estimated("cycle_time_ms", row.cycleTime),
      ...estimated("cost_per_person", row.costPerPerson),
    });
  const named = namedRows(channelsTable, answer, questionTo(own, "sort=channel", NOW));
  expect(named.map(({ channel }) => channel)).toEqual(["copy", "facebook", "whatsapp", "x"]);
  const byK = namedRows(channelsTable, answer, questionTo(own, "sort=k", NOW)).map(({ k }) => Number(k));
  expect(byK).toEqual(byK.toSorted((a, b) => b - a));
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
