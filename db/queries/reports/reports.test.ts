import { expect, test } from "vitest";
import { signUnlock } from "#db/auth-store/sign-unlock.ts";
import { inputsReader } from "#db/inputs/inputs-reader.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { reportLinks } from "#db/schema/report-links.ts";
import { databaseOf, openReportScope } from "#db/scope.ts";
import { LockedError, NotFoundError } from "#lib/access/errors.ts";
import type { ReportSection } from "#lib/access/report-link.ts";
import { REPORT_SECTIONS, type ReportLinkInput } from "#lib/access/report-link.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import { channelsAnswer } from "#lib/answers/channels/answer.ts";
import { reportOverviewAnswer } from "#lib/answers/report/answer.ts";
import { reportQuestion } from "#lib/answers/report/question.ts";
import type { ReportRequest } from "#lib/domain/report-figures.ts";
import { createReportLink } from "./create-report-link.ts";
import { editReportLink } from "./edit-report-link.ts";
import { listReportCascades } from "./list-report-cascades.ts";
import { listReportLinks } from "./list-report-links.ts";
import { listReportNotes } from "./list-report-notes.ts";
import { noteReportOpen } from "./note-report-open.ts";
import { readReport } from "./read-report.ts";
import { revokeReportLink } from "./revoke-report-link.ts";

const SECRET = "s".repeat(32);
const INPUT: ReportLinkInput = {
  ...{ name: "r", notes: null, sections: [...REPORT_SECTIONS], dateMode: "bounded" },
  ...{ fromDay: "2026-03-02", toDay: "2026-03-05", expiresOn: "2026-03-31", aliases: true, csv: false },
  ...{ previewCard: false, locale: null, theme: "light", embedOrigins: [] },
};
type ReportQuery = (scope: ReportScope, request: ReportRequest) => unknown;
/** Sections that are read as they are; the others are answers of the thread, which looks at the link itself. */
const BY_SECTION = {
  notes: listReportNotes,
  cascades: listReportCascades,
} as const satisfies Readonly<Partial<Record<ReportSection, ReportQuery>>>;
const QUERIES: readonly ReportQuery[] = [readReport, ...Object.values(BY_SECTION)];
const NOW = Date.UTC(2026, 2, 20);
/** In Riyadh, where the workspace is: 3 hours past midnight of that day of March. */
const at = (day: number) => Date.UTC(2026, 2, day);

/** A seed on the 1st and the 3rd, a share of the latter's on the 4th and one of that on the 9th. */
function plant(passwordHash: string | null = null) {
  const { own } = openWorkspaces();
  const db = databaseOf(own);
  db.insert(campaigns).values({ workspaceId: 1, id: 1, name: "c", tool: "app", createdAt: 0 }).run();
  const share = (code: string, day: number, via: string | null) => ({
    ...{ kind: "share" as const, person: `p-${code}`, code, via, occurredAt: at(day), channel: "x" },
    ...(via === null ? { seedKind: "organic" as const } : {}),
  });
  addEvents(own, 1, [share("a", 1, null), share("b", 3, null), share("c", 4, "b"), share("d", 9, "c")]);
  const token = createReportLink(own, { campaignId: 1, input: INPUT, passwordHash, now: 0 });
  const open = (unlock?: string, now = NOW, wanted = token) =>
    openReportScope(db, { token: wanted, unlock, secret: SECRET, now });
  return { own, db, token, open };
}

/** What the thread makes of a link and the days asked for. */
function asked(scope: ReportScope, request: ReportRequest) {
  const life = { first: at(1), last: at(9) };
  const found = reportQuestion(scope.report, request, { now: NOW, zone: scope.zone, life });
  if (found === null) throw new NotFoundError("report");
  return { read: inputsReader(scope), question: found.question };
}

test("a report's figures are those of its days, its cascades those that began in them", () => {
  const { open } = plant();
  const { read, question } = asked(open(), {});
  const overview = reportOverviewAnswer(read, question);
  expect(overview).toMatchObject({ people: 2, shares: 2, seeds: 1, k: { value: 1 } });
  expect(overview.shape).toMatchObject({ cascades: 1, sharers: 3, depth: 2 });
  expect(overview.steps.flatMap(({ counts }) => counts).reduce((a, b) => a + b)).toBe(2);
  expect(channelsAnswer(read, question).rows).toMatchObject([{ channel: "x", shares: 2, children: 2 }]);
  expect(listReportCascades(open(), {})).toMatchObject({ total: 1, rows: [{ root: null, size: 3 }] });
  const quiet = asked(open(), { fromDay: "2026-03-05", toDay: "2026-03-05" });
  expect(reportOverviewAnswer(quiet.read, quiet.question)).toMatchObject({
    people: 0,
    shares: 0,
    k: { value: null },
    shape: { depth: null },
  });
});

test("a report's reader brings its own campaign and nothing beside", () => {
  const { open, db } = plant();
  db.insert(campaigns).values({ workspaceId: 1, id: 2, name: "d", tool: "app", createdAt: 0 }).run();
  const read = inputsReader(open());
  const context = { asOf: NOW, horizon: 1 };
  expect(read.campaign(1, context)?.forest.size).toBe(4);
  expect(() => read.campaign(2, context)).toThrow(NotFoundError);
  expect(() => read.campaigns()).toThrow(NotFoundError);
  expect(() => read.history(NOW)).toThrow(NotFoundError);
  expect(() => read.person({ campaignId: 1, person: "p-a", page: 1 })).toThrow(NotFoundError);
});

test.each(QUERIES.map((query) => [query.name, query] as const))(
  "%s refuses what is beyond the link",
  (_, query) => {
    const { own, open } = plant();
    expect(() => query(open(), { fromDay: "2026-03-02", toDay: "2026-03-05" })).not.toThrow();
    for (const wide of [{ fromDay: "2026-03-01" }, { toDay: "2026-03-06" }, { fromDay: "x" }])
      expect(() => query(open(), wide)).toThrow(NotFoundError);
    expect(() => query({ ...open() }, {})).toThrow();
    editReportLink(own, { reportId: 1, input: { ...INPUT, sections: [] } });
    if (query !== readReport) expect(() => query(open(), {})).toThrow(NotFoundError);
  },
);

test.each(REPORT_SECTIONS)("a link that shows %s shows no other section", (section) => {
  const { own, open } = plant();
  editReportLink(own, { reportId: 1, input: { ...INPUT, sections: [section] } });
  for (const of of ["notes", "cascades"] as const) {
    const ask = () => BY_SECTION[of](open(), {});
    if (of === section) expect(ask, of).not.toThrow();
    else expect(ask, of).toThrow(NotFoundError);
  }
  expect(readReport(open(), {}).campaign).toBe("c");
});

test("a link opens until its last day has ended, and not once revoked; a wrong token never", () => {
  const { own, token, open } = plant();
  const end = Date.UTC(2026, 2, 31, 21);
  expect(open(undefined, end - 1).report.reportId).toBe(1);
  for (const now of [end, end + 1]) expect(() => open(undefined, now)).toThrow(NotFoundError);
  for (const wrong of ["", `${token}x`, token.toUpperCase(), token.slice(1)])
    expect(() => open(undefined, NOW, wrong)).toThrow(NotFoundError);
  revokeReportLink(own, { reportId: 1, now: NOW });
  expect(() => open()).toThrow(NotFoundError);
});

test("a password is proved by a cookie of this link, this password and the last 24 hours", () => {
  const { own, db, open } = plant("hash");
  const link = db.select().from(reportLinks).get()!;
  const proof = signUnlock(link, NOW + 1, SECRET);
  expect(open(proof).report.reportId).toBe(1);
  const forged = [undefined, "", "x", `${NOW + 9}${proof.slice(proof.indexOf("."))}`, `${proof}A`];
  const foreign = [
    signUnlock({ ...link, tokenHash: "other" }, NOW + 1, SECRET),
    signUnlock(link, NOW + 1, "t".repeat(32)),
    signUnlock(link, NOW, SECRET),
  ];
  for (const wrong of [...forged, ...foreign]) expect(() => open(wrong)).toThrow(LockedError);
  editReportLink(own, { reportId: 1, input: INPUT, passwordHash: "another" });
  expect(() => open(proof)).toThrow(LockedError);
  editReportLink(own, { reportId: 1, input: INPUT, passwordHash: null });
  expect(open().report.reportId).toBe(1);
});

test("aliases hold within a link, differ between links, and stand in no table", () => {
  const { own, open, db } = plant();
  const personOf = (scope: ReportScope) => listReportCascades(scope, {}).rows[0]?.person;
  const alias = personOf(open());
  expect(alias).toMatch(/^[2-9A-Z]{6}$/);
  expect(personOf(open())).toBe(alias);
  const token = createReportLink(own, { campaignId: 1, input: INPUT, passwordHash: null, now: 0 });
  expect(personOf(open(undefined, NOW, token))).not.toBe(alias);
  editReportLink(own, { reportId: 1, input: { ...INPUT, aliases: false } });
  expect(listReportCascades(open(), {}).rows[0]).toMatchObject({ root: "b", person: "p-b" });
  expect(JSON.stringify(db.select().from(reportLinks).all())).not.toContain(token);
});

test("opens are counted by day of the workspace and kind of browser", () => {
  const { own, open } = plant();
  noteReportOpen(open(), { browser: "Firefox · Linux", now: NOW });
  noteReportOpen(open(), { browser: "Firefox · Linux", now: NOW + 1, times: 3 });
  const [link] = listReportLinks(own, { campaignId: 1, now: NOW });
  expect(link).toMatchObject({ opens: 4, lastOpenedAt: NOW + 1, status: "live", hasPassword: false });
});
