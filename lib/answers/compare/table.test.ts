import { expect, it } from "vitest";
import { ANSWERS } from "#lib/answers/registry.ts";
import { namedRows } from "#lib/answers/table.ts";
import { questionTo } from "#lib/answers/testing/question-to.ts";
import { readerOfLog } from "#lib/answers/testing/reader-of-log.ts";
import { NOW, simulatedCampaigns } from "#lib/answers/testing/simulated-campaigns.ts";
import { compareChannelsTable, compareGrowthTable, compareTable } from "./table.ts";

const { own, past } = simulatedCampaigns();
const READ = readerOfLog([own, past]);
const BOTH = questionTo(own, "a=campaign-1&b=campaign-2", NOW);

it("has the figures of both sides beside each other", () => {
  const answer = ANSWERS.compare(READ, BOTH);
  const { first, second } = answer.comparison;
  if (first === null || second === null) throw new Error("nothing to compare");
  const rows = new Map(namedRows(compareTable, answer).map((row) => [row.figure, row]));
  const none = { first_low_95: null, first_high_95: null, second_low_95: null, second_high_95: null };
  for (const name of ["shares", "sharers", "cascades", "depth", "maxBreadth", "structuralVirality"] as const)
    expect(rows.get(name)).toEqual({ figure: name, first: first[name], second: second[name], ...none });
  for (const name of ["conversions", "conversionsPerShare", "value"] as const)
    expect(rows.get(name)).toEqual({ figure: name, first: first[name], second: second[name], ...none });
  for (const name of ["k", "cycleTime"] as const) {
    const [one, two] = [first[name], second[name]];
    expect(rows.get(name)).toEqual({
      figure: name,
      first: one.value,
      first_low_95: one.low ?? null,
      first_high_95: one.value === null ? null : (one.high ?? null),
      second: two.value,
      second_low_95: two.low ?? null,
      second_high_95: two.value === null ? null : (two.high ?? null),
    });
  }
});

it("has growth by age and channels, side by side, and nothing of a side that there is not", () => {
  const answer = ANSWERS.compare(READ, BOTH);
  const { first, second, ages } = answer.comparison;
  const growth = namedRows(compareGrowthTable, answer);
  expect(growth.map((row) => [row.side, row.age_ms, row.shares])).toEqual([
    ...ages.map((age, i) => ["first", age, first?.growth[i] ?? null]),
    ...ages.map((age, i) => ["second", age, second?.growth[i] ?? null]),
  ]);
  expect(namedRows(compareChannelsTable, answer)).toEqual([
    ...(first?.channels ?? []).map(({ channel, shares }) => ({ side: "first", channel, shares })),
    ...(second?.channels ?? []).map(({ channel, shares }) => ({ side: "second", channel, shares })),
  ]);
  const alone = questionTo(own, "a=campaign-1&b=campaign-9", NOW);
  const one = namedRows(compareTable, ANSWERS.compare(READ, alone));
  expect(one.find(({ figure }) => figure === "shares")).toMatchObject({ first: first?.shares, second: null });
  expect(one.find(({ figure }) => figure === "k")).toMatchObject({ first: first?.k.value, second: null });
});
