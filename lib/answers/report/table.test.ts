import { expect, it } from "vitest";
import { REPORT_SECTIONS } from "#lib/access/report-link.ts";
import { ANSWERS } from "#lib/answers/registry.ts";
import { namedRows } from "#lib/answers/table.ts";
import { TABLES } from "#lib/answers/tables.ts";
import { questionTo } from "#lib/answers/testing/question-to.ts";
import { readerOfLog } from "#lib/answers/testing/reader-of-log.ts";
import { NOW, START, simulatedCampaigns } from "#lib/answers/testing/simulated-campaigns.ts";
import { clockInstant, isoInZone } from "#lib/time/zone-clock.ts";
import { REPORT_PARTS } from "./parts.ts";
import { reportSharesTable } from "./shares-table.ts";
import { reportCascadesTable, reportChannelsTable, reportFunnelTable, reportOverviewTable } from "./table.ts";

const { own, blank } = simulatedCampaigns();
const READ = readerOfLog([own, blank]);
const ALL = questionTo(own, "", NOW);
const NOTHING = questionTo(blank, "", NOW);
const SHOWN = ["channel", "shares", "sharers", "visits", "conversions", "value", "children"];
const ZONE = "Asia/Riyadh";

it("shows of the channels neither rates nor prices, and of all else what the team's table has", () => {
  const answer = ANSWERS.channels(READ, ALL);
  const rows = namedRows(reportChannelsTable, answer, ALL);
  expect(Object.keys(reportChannelsTable.columns)).toEqual(SHOWN);
  const text = JSON.stringify([reportChannelsTable.columns, rows]);
  expect(text).not.toMatch(/rate|cost|price|spend|reach|cycle|_95|"k/i);
  for (const { channel, shares, sharers, visits, conversions, value, children } of answer.rows) {
    const shown = { channel, shares, sharers, visits, conversions, value, children };
    expect(rows.find((row) => row.channel === channel)).toEqual(shown);
  }
});

it("shows of the funnel how often, and not how many people", () => {
  const answer = ANSWERS.funnel(READ, ALL);
  const rows = namedRows(reportFunnelTable, answer, ALL);
  expect(rows.find(({ stage }) => stage === "converted")).toEqual({
    stage: "converted",
    covered: 1,
    events: answer.stages.converted?.events,
  });
  expect(rows.find(({ stage }) => stage === "delivered")).toEqual({
    stage: "delivered",
    covered: 0,
    events: null,
  });
});

it("has the figures of its head, and of nothing none that is 0 instead of unknown", () => {
  const answer = ANSWERS["report-overview"](READ, ALL);
  const { k, shape } = answer;
  const none = { low_95: null, high_95: null, within_ms: null };
  expect(namedRows(reportOverviewTable, answer)).toEqual([
    { figure: "people_reached", value: answer.people, ...none },
    { figure: "shares", value: answer.shares, ...none },
    { figure: "seeds", value: answer.seeds, ...none },
    {
      figure: "k",
      value: k.value,
      low_95: k.low,
      high_95: k.value === null ? null : k.high,
      within_ms: null,
    },
    { figure: "greatest_depth", value: shape.depth, ...none },
    { figure: "structural_virality_median", value: shape.medianVirality, ...none },
  ]);
  expect(k.value).toBeGreaterThan(0);
  const empty = namedRows(reportOverviewTable, ANSWERS["report-overview"](READ, NOTHING));
  expect(empty.map(({ value }) => value)).toEqual([0, 0, 0, null, null, null]);
});

it("has every step of its chart", () => {
  const answer = ANSWERS["report-overview"](READ, ALL);
  const rows = namedRows(reportSharesTable, answer, ALL);
  expect(rows).toEqual(
    answer.steps.map(({ clock, counts }) => ({
      time: isoInZone(clockInstant(clock, ZONE), ZONE),
      seeds: counts[0],
      generation_1: counts[1],
      generation_2: counts[2],
      generation_3_and_later: counts[3],
      generation_unknown: counts[4],
    })),
  );
  const total = rows.reduce((sum, row) => sum + Number(row.seeds) + Number(row.generation_1), 0);
  expect(total).toBeGreaterThan(0);
});

it("shows a cascade as it comes: under aliases without its code and under a made-up name", () => {
  const cascade = {
    root: "code",
    person: "ann",
    channel: "x",
    size: 5,
    sharers: 4,
    depth: 2,
    structuralVirality: null,
    startedAt: START,
    lastAt: START + 1000,
  };
  const rows = namedRows(
    reportCascadesTable,
    [cascade, { ...cascade, root: null, person: "Blue Heron" }],
    ALL,
  );
  expect(rows[0]).toMatchObject({
    root: "code",
    person: "ann",
    channel: "x",
    size: 5,
    depth: 2,
    structural_virality: null,
    started_at: "2026-03-01T03:00:00+03:00",
    last_at: "2026-03-01T03:00:01+03:00",
  });
  expect(rows[1]).toEqual({ ...rows[0], root: null, person: "Blue Heron" });
});

it("has an answer and a table for every section, and reads notes as they are", () => {
  expect(Object.keys(REPORT_PARTS)).toEqual([...REPORT_SECTIONS]);
  const answers = Object.values(REPORT_PARTS).map(({ answer }) => answer);
  expect(answers).toEqual([
    "report-overview",
    "report-overview",
    null,
    "channels",
    "funnel",
    "report-cascades",
  ]);
  expect(REPORT_PARTS.notes.table).toBe(TABLES.get("notes")?.table);
});
