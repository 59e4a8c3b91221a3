import { expect, it } from "vitest";
import { importsTable } from "./imports/table.ts";
import { integrityTable } from "./integrity/table.ts";
import { linksTable } from "./links/table.ts";
import { liveEventsTable, liveMinutesTable } from "./live/table.ts";
import { notesTable } from "./notes/table.ts";
import { qualityLabelsTable, qualitySourcesTable, qualityTroublesTable } from "./quality/table.ts";
import { ANSWERS } from "./registry.ts";
import { reportLinksTable } from "./reports/table.ts";
import { namedRows } from "./table.ts";
import { estimated } from "./testing/named-cells.ts";
import { questionTo } from "./testing/question-to.ts";
import { readerOfLog } from "./testing/reader-of-log.ts";
import { NOW, START, simulatedCampaigns } from "./testing/simulated-campaigns.ts";

const { own } = simulatedCampaigns();
const DAY_ONE = questionTo(own, "period=2026-03-01..2026-03-01", NOW);
const IN_RIYADH = "2026-03-01T03:00:00+03:00";

it("notes are those of the period, its first instant included and its last not", () => {
  const note = (id: number, at: number) => ({ id, at, text: `note ${id}`, kind: "post" as const });
  const { from, to } = DAY_ONE;
  const notes = [note(1, from - 1), note(2, from), note(3, START), note(4, to - 1), note(5, to)];
  const rows = namedRows(notesTable, notes, DAY_ONE);
  expect(rows.map(({ text }) => text)).toEqual(["note 2", "note 3", "note 4"]);
  expect(rows[1]).toEqual({ time: IN_RIYADH, kind: "post", text: "note 3" });
});

it("links say whether they are paused", () => {
  const link = {
    id: 1,
    code: "abc",
    name: "Letter",
    channel: "email",
    seedKind: "paid" as const,
    targetUrl: null,
    utm: {},
    createdAt: 0,
    pausedAt: null,
    visits: 3,
    conversions: 2,
    shares: 1,
  };
  const rows = namedRows(linksTable, [link, { ...link, pausedAt: 9 }], DAY_ONE);
  const expected = { name: "Letter", code: "abc", channel: "email", seed_kind: "paid", visits: 3 };
  expect(rows).toEqual([
    { ...expected, paused: 0 },
    { ...expected, paused: 1 },
  ]);
});

it("live minutes count back from the last one, and events are as they arrived", () => {
  const minutes = [2, 1, 0].map((n) => ({ visits: n, shares: 10 + n, conversions: 20 + n }));
  const event = {
    seq: 1,
    kind: "share" as const,
    person: "ann",
    via: "a",
    code: "b",
    channel: "x",
    root: "r",
    broughtBy: "bob",
    receivedAt: START,
  };
  const view = { minute: START, minutes, people: 1, events: [event] };
  expect(namedRows(liveMinutesTable, view, DAY_ONE)).toEqual([
    { minute: "2026-03-01T02:58:00+03:00", visits: 2, shares: 12, conversions: 22 },
    { minute: "2026-03-01T02:59:00+03:00", visits: 1, shares: 11, conversions: 21 },
    { minute: IN_RIYADH, visits: 0, shares: 10, conversions: 20 },
  ]);
  expect(namedRows(liveEventsTable, view, DAY_ONE)).toEqual([
    {
      received_at: IN_RIYADH,
      event: "share",
      person: "ann",
      via: "a",
      brought_by: "bob",
      code: "b",
      channel: "x",
      root: "r",
    },
  ]);
});

it("report links keep what has not happened empty", () => {
  const link = {
    id: 1,
    name: "Client",
    owner: null,
    status: "live" as const,
    aliases: true,
    hasPassword: true,
    createdAt: START,
    expiresAt: null,
    opens: 4,
    lastOpenedAt: null,
  };
  const opened = { ...link, owner: "o@x.example", hasPassword: false, expiresAt: START, lastOpenedAt: START };
  const known = { name: "Client", status: "live", created_at: IN_RIYADH, opens: 4 };
  expect(namedRows(reportLinksTable, [link, opened], DAY_ONE)).toEqual([
    { ...known, owner: null, password: 1, expires_at: null, last_opened_at: null },
    { ...known, owner: "o@x.example", password: 0, expires_at: IN_RIYADH, last_opened_at: IN_RIYADH },
  ]);
});

it("imports and intake add up as they were counted", () => {
  const counts = { received: 10, accepted: 4, duplicate: 3, quarantined: 2, refused: 1 };
  const file = {
    id: 1,
    campaignId: 1,
    fileName: "log.csv",
    fileBytes: 1,
    format: { kind: "csv" as const, delimiter: "," as const },
    mapping: {},
    zone: "UTC",
    reading: null,
    policy: "keep-good" as const,
    status: "done" as const,
    bytesRead: 1,
    report: null,
    fault: null,
    cancelRequested: false,
    conflicts: 0,
    createdAt: START,
    startedAt: null,
    finishedAt: null,
    ...counts,
  };
  expect(namedRows(importsTable, [file], DAY_ONE)).toEqual([
    { file: "log.csv", status: "done", created_at: IN_RIYADH, ...counts },
  ]);
  const trouble = {
    source: "server",
    outcome: "refused",
    reason: "missing",
    field: "code",
    count: 2,
  } as const;
  const intake = {
    sources: [{ source: "server" as const, ...counts }],
    troubles: [{ ...trouble, lastAt: START }],
    labels: [{ label: "bot" as const, agent: "", count: 5 }],
    doubtful: 2,
    selfReferrals: 0,
    unverified: 0,
    orphans: 0,
    kept: 0,
  };
  expect(namedRows(qualitySourcesTable, intake, DAY_ONE)).toEqual([{ source: "server", ...counts }]);
  expect(namedRows(qualityTroublesTable, intake, DAY_ONE)).toEqual([{ ...trouble, last_at: IN_RIYADH }]);
  const bot = { label: "bot", agent: "", count: 5 };
  const doubtful = { label: "doubtful", agent: "", count: 2 };
  expect(namedRows(qualityLabelsTable, intake, DAY_ONE)).toEqual([bot, doubtful]);
  expect(namedRows(qualityLabelsTable, { ...intake, doubtful: 0 }, DAY_ONE)).toEqual([bot]);
});

it("integrity: a row for each rule, and the campaign's sums with both K", () => {
  const question = questionTo(own, "", NOW);
  const kWithout = { value: 0.25, low: 0.125, high: 0.5 };
  const answer = { ...ANSWERS.integrity(readerOfLog([own]), question), kWithout };
  const rows = namedRows(integrityTable, answer, question);
  expect(rows.map(({ rule, shares, people }) => [rule, shares, people])).toEqual([
    ...answer.rules.map(({ rule, shares, persons }) => [rule, shares, persons]),
    ["all", answer.suspect, null],
  ]);
  expect(rows.filter(({ threshold }) => threshold !== null).map(({ rule }) => rule)).toEqual(["burst"]);
  expect(rows.at(-1)).toMatchObject({
    below: answer.below,
    ...estimated("k", answer.k),
    ...estimated("k_without", kWithout),
  });
  expect(answer.k.value).not.toBeNull();
});
