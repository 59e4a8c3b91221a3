import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { countSharerVisits } from "#db/inputs/count-sharer-visits.ts";
import { inputsReader } from "#db/inputs/inputs-reader.ts";
import { readActivityInput } from "#db/inputs/read-activity-input.ts";
import { readConversions } from "#db/inputs/read-conversions.ts";
import { readForestInput } from "#db/inputs/read-forest-input.ts";
import { readForestShape } from "#db/inputs/read-forest-shape.ts";
import { readHistoryInput } from "#db/inputs/read-history-input.ts";
import { readIssuedForecasts } from "#db/inputs/read-issued-forecasts.ts";
import { workspaceReader } from "#db/inputs/workspace-reader.ts";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { addAnnotation } from "#db/queries/annotations/add-annotation.ts";
import { deleteAnnotation } from "#db/queries/annotations/delete-annotation.ts";
import { listAnnotations } from "#db/queries/annotations/list-annotations.ts";
import { archiveCampaign } from "#db/queries/campaigns/archive-campaign.ts";
import { assertNameFree } from "#db/queries/campaigns/assert-name-free.ts";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { editCampaign } from "#db/queries/campaigns/edit-campaign.ts";
import { listCampaignNames } from "#db/queries/campaigns/list-campaign-names.ts";
import { listCampaignTallies } from "#db/queries/campaigns/list-campaign-tallies.ts";
import { listToolChannels } from "#db/queries/campaigns/list-tool-channels.ts";
import { readCampaign } from "#db/queries/campaigns/read-campaign.ts";
import { readCorrections } from "#db/queries/campaigns/read-corrections.ts";
import { readLife } from "#db/queries/campaigns/read-life.ts";
import { readNextCampaign } from "#db/queries/campaigns/read-next-campaign.ts";
import { readRevision } from "#db/queries/campaigns/read-revision.ts";
import { restoreCampaign } from "#db/queries/campaigns/restore-campaign.ts";
import { eachCascade } from "#db/queries/cascades/each-cascade.ts";
import { listCascades } from "#db/queries/cascades/list-cascades.ts";
import { listConversions } from "#db/queries/cascades/list-conversions.ts";
import { readCascade } from "#db/queries/cascades/read-cascade.ts";
import { listChannelMerges } from "#db/queries/channels/list-channel-merges.ts";
import { mergeChannels } from "#db/queries/channels/merge-channels.ts";
import { undoChannelMerge } from "#db/queries/channels/undo-channel-merge.ts";
import { blockSource } from "#db/queries/collections/block-source.ts";
import { createServerKey } from "#db/queries/collections/create-server-key.ts";
import { listBlocks } from "#db/queries/collections/list-blocks.ts";
import { listServerKeys } from "#db/queries/collections/list-server-keys.ts";
import { pauseCollection } from "#db/queries/collections/pause-collection.ts";
import { readCollection } from "#db/queries/collections/read-collection.ts";
import { revokeServerKey } from "#db/queries/collections/revoke-server-key.ts";
import { rotateKey } from "#db/queries/collections/rotate-key.ts";
import { setCollection } from "#db/queries/collections/set-collection.ts";
import { unblockSource } from "#db/queries/collections/unblock-source.ts";
import { listEvents } from "#db/queries/events/list-events.ts";
import { readExperiment } from "#db/queries/experiments/read-experiment.ts";
import { setExperiment } from "#db/queries/experiments/set-experiment.ts";
import { countQuarantinedRows } from "#db/queries/imports/count-quarantined-rows.ts";
import { createImport } from "#db/queries/imports/create-import.ts";
import { findMapping } from "#db/queries/imports/find-mapping.ts";
import { forgetMapping } from "#db/queries/imports/forget-mapping.ts";
import { hasWholeDays } from "#db/queries/imports/has-whole-days.ts";
import { listBrokenImports } from "#db/queries/imports/list-broken-imports.ts";
import { listImports } from "#db/queries/imports/list-imports.ts";
import { listQuarantine } from "#db/queries/imports/list-quarantine.ts";
import { readImport } from "#db/queries/imports/read-import.ts";
import { saveMapping } from "#db/queries/imports/save-mapping.ts";
import { updateImport } from "#db/queries/imports/update-import.ts";
import { countKeptByReason } from "#db/queries/intake/count-kept-by-reason.ts";
import { countShareStages } from "#db/queries/intake/count-share-stages.ts";
import { countSharesApart } from "#db/queries/intake/count-shares-apart.ts";
import { emptyQuarantine } from "#db/queries/intake/empty-quarantine.ts";
import { listQuarantined } from "#db/queries/intake/list-quarantined.ts";
import { readIntakeReport } from "#db/queries/intake/read-intake-report.ts";
import { readIntakeState } from "#db/queries/intake/read-intake-state.ts";
import { followLive, readLive } from "#db/queries/intake/read-live.ts";
import { retryQuarantined } from "#db/queries/intake/retry-quarantined.ts";
import { createLink } from "#db/queries/links/create-link.ts";
import { listLinks } from "#db/queries/links/list-links.ts";
import { pauseLink } from "#db/queries/links/pause-link.ts";
import { readSecondFactorRule } from "#db/queries/members/read-second-factor-rule.ts";
import { setSecondFactorRule } from "#db/queries/members/set-second-factor-rule.ts";
import { isKnownPerson } from "#db/queries/persons/is-known-person.ts";
import { readPerson } from "#db/queries/persons/read-person.ts";
import { createReportLink } from "#db/queries/reports/create-report-link.ts";
import { deleteReportLink } from "#db/queries/reports/delete-report-link.ts";
import { editReportLink } from "#db/queries/reports/edit-report-link.ts";
import { hasReportWholeDays } from "#db/queries/reports/has-report-whole-days.ts";
import { isReportCut } from "#db/queries/reports/is-report-cut.ts";
import { listReportCascades } from "#db/queries/reports/list-report-cascades.ts";
import { listReportLinks } from "#db/queries/reports/list-report-links.ts";
import { listReportNotes } from "#db/queries/reports/list-report-notes.ts";
import { noteReportOpen } from "#db/queries/reports/note-report-open.ts";
import { readReport } from "#db/queries/reports/read-report.ts";
import { readReportLink } from "#db/queries/reports/read-report-link.ts";
import { revokeReportLink } from "#db/queries/reports/revoke-report-link.ts";
import { rotateAliases } from "#db/queries/reports/rotate-aliases.ts";
import { deleteSegment } from "#db/queries/segments/delete-segment.ts";
import { listSegments } from "#db/queries/segments/list-segments.ts";
import { saveSegment } from "#db/queries/segments/save-segment.ts";
import { changeMember } from "#db/queries/team/change-member.ts";
import { createInvitation } from "#db/queries/team/create-invitation.ts";
import { listInvitations } from "#db/queries/team/list-invitations.ts";
import { listMembers } from "#db/queries/team/list-members.ts";
import { removeMember } from "#db/queries/team/remove-member.ts";
import { revokeInvitation } from "#db/queries/team/revoke-invitation.ts";
import { transferWorkspace } from "#db/queries/team/transfer-workspace.ts";
import { CANARY } from "#db/queries/testing/canary.ts";
import { fillTenants, GUEST, reportTokenOf } from "#db/queries/testing/fill-tenants.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { campaignDigest, workspaceDigest } from "#db/queries/testing/workspace-digest.ts";
import { databaseOf, openMemberScope, openReportScope } from "#db/scope.ts";
import { TEST_VAULT } from "#db/vault/testing/test-vault.ts";
import { ConflictError, NotFoundError } from "#lib/access/errors.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { ReportLinkInput } from "#lib/access/report-link.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CollectionInput } from "#lib/domain/collection.ts";
import type { LinkInput } from "#lib/domain/link.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";

/** What the owner gets from the same call: an answer with a canary in it, a yes, a number, any answer, changed rows, or a conflict. */
type Owner = "sees" | "knows" | "counts" | "answers" | "changes" | "conflicts";
/** What someone whose workspace is empty gets. */
type Stranger = "not found" | "nothing";

interface Case {
  readonly query: { readonly name: string };
  readonly call: (scope: Scope<Permission>) => unknown;
  /** The same call in the name of another campaign; undefined where it is about no single one. */
  readonly callFor?: (scope: Scope<Permission>, campaignId: number) => unknown;
  readonly owner: Owner;
  readonly stranger: Stranger;
}

function caseOf<A>(
  query: (scope: Scope<Permission>, args: A) => unknown,
  args: NoInfer<A>,
  owner: Owner,
  stranger: Stranger,
): Case {
  const one = { query, call: (scope: Scope<Permission>) => query(scope, args), owner, stranger };
  const isOfCampaign = typeof args === "object" && args !== null && "campaignId" in args;
  if (!isOfCampaign || args.campaignId !== ID.campaignId) return one;
  return { ...one, callFor: (scope, campaignId) => query(scope, { ...args, campaignId }) };
}

/** A query that answers page by page, read to its end. */
function pagedCaseOf<A>(
  query: (scope: Scope<Permission>, args: A) => Iterable<unknown>,
  args: NoInfer<A>,
  owner: Owner,
  stranger: Stranger,
): Case {
  return { query, call: (scope) => [...query(scope, args)], owner, stranger };
}

/** A query of a report: each tenant calls it with the link of their own workspace, the empty one with none. */
function reportCaseOf<A>(
  query: (scope: ReportScope, args: A) => unknown,
  args: NoInfer<A>,
  owner: Owner,
): Case {
  const call = (scope: Scope<Permission>) => {
    const holder = { token: reportTokenOf(scope), unlock: undefined, secret: "", now: 1 };
    return query(openReportScope(databaseOf(scope), holder), args);
  };
  return { query, call, owner, stranger: "not found" };
}

const ID = { campaignId: 1 };
const EMPTY = { description: null, startsOn: null, endsOn: null, spend: null, currency: null };
const INPUT = { ...EMPTY, name: "new", tool: "app", audience: null, audiencePlan: null, goal: null } as const;
const FILE = { fileName: "b.csv", fileBytes: 1, storedPath: null, mapping: {}, zone: "UTC", now: 0 };
const FORMAT = { kind: "csv", delimiter: "," } as const;

const REPORT: ReportLinkInput = {
  ...{ name: "new", notes: null, sections: ["shares"], dateMode: "free", fromDay: null, toDay: null },
  ...{ expiresOn: null, aliases: true, csv: false, previewCard: false, locale: null, theme: "light" },
  embedOrigins: [],
};

const COLLECTION: CollectionInput = {
  ...{ targetUrl: "https://new.example/", origins: ["https://new.example"] },
  ...{ goalFrom: "page", cardTitle: null, cardText: null, cardImage: null },
};

const LINK: LinkInput = { name: "new", channel: "email", seedKind: "paid", targetUrl: null, utm: {} };

const FILTER = { dimension: "channel", isNot: true, values: ["other"] } as const;

const SEGMENT = { name: "new", query: "where=channel:x", shared: true };

const MEANT = { mapping: { code: "new" }, zone: "UTC", choices: {} };

/** Every query as a stranger would call it: with the ids of workspace 1. */
const CASES: readonly Case[] = [
  caseOf(archiveCampaign, { ...ID, now: 1 }, "changes", "not found"),
  caseOf(assertNameFree, { name: "canary-A", exceptId: 0 }, "conflicts", "nothing"),
  caseOf(createCampaign, { input: INPUT, now: 1 }, "changes", "nothing"),
  caseOf(editCampaign, { ...ID, input: INPUT }, "changes", "not found"),
  caseOf(listCampaignNames, undefined, "sees", "nothing"),
  caseOf(readCampaign, ID, "sees", "not found"),
  caseOf(readNextCampaign, { sort: "recent", archived: false, after: 0 }, "sees", "nothing"),
  caseOf(readLife, ID, "answers", "nothing"),
  caseOf(readRevision, ID, "answers", "nothing"),
  caseOf(restoreCampaign, ID, "changes", "not found"),
  caseOf(
    addAnnotation,
    { ...ID, note: { at: 0, text: "new", kind: "post" }, now: 1 },
    "changes",
    "not found",
  ),
  caseOf(deleteAnnotation, { ...ID, annotationId: 1 }, "changes", "not found"),
  caseOf(listAnnotations, ID, "sees", "nothing"),
  caseOf(readExperiment, ID, "sees", "nothing"),
  caseOf(setExperiment, { ...ID, input: { judgedOn: null, split: {} }, now: 1 }, "changes", "not found"),
  caseOf(deleteSegment, { ...ID, segmentId: 1 }, "changes", "not found"),
  caseOf(listSegments, ID, "sees", "nothing"),
  caseOf(readSecondFactorRule, undefined, "answers", "nothing"),
  caseOf(setSecondFactorRule, { isRequired: true, now: 1 }, "changes", "nothing"),
  caseOf(saveSegment, { ...ID, input: SEGMENT, now: 1 }, "changes", "not found"),
  caseOf(readActivityInput, { ...ID, asOf: 1, forest: forestInput([]) }, "answers", "nothing"),
  caseOf(listEvents, { ...ID, after: 0, from: 0, to: 9, filters: [FILTER] }, "sees", "nothing"),
  caseOf(listCascades, { ...ID, sort: "size", order: "desc", page: 1 }, "sees", "not found"),
  pagedCaseOf(eachCascade, { ...ID, sort: "size", order: "desc" }, "sees", "not found"),
  caseOf(listConversions, { ...ID, root: "common-0" }, "sees", "nothing"),
  caseOf(readCascade, { ...ID, root: "canary-code" }, "sees", "not found"),
  caseOf(countSharerVisits, ID, "counts", "nothing"),
  {
    query: inputsReader,
    call: (scope) => inputsReader(scope).campaign(1, { asOf: 1, horizon: 1 }),
    owner: "sees",
    stranger: "nothing",
  },
  {
    query: workspaceReader,
    call: (scope) => workspaceReader(scope).tallies(),
    owner: "sees",
    stranger: "nothing",
  },
  caseOf(listCampaignTallies, undefined, "sees", "nothing"),
  caseOf(listToolChannels, undefined, "sees", "nothing"),
  caseOf(readCorrections, undefined, "sees", "nothing"),
  caseOf(countQuarantinedRows, ID, "counts", "nothing"),
  caseOf(readForestShape, ID, "answers", "nothing"),
  caseOf(readConversions, { ...ID, asOf: 1 }, "sees", "nothing"),
  caseOf(isKnownPerson, { ...ID, person: "canary-person" }, "knows", "nothing"),
  caseOf(readPerson, { ...ID, person: "canary-person", page: 1 }, "sees", "nothing"),
  caseOf(readForestInput, { ...ID, asOf: 1 }, "sees", "nothing"),
  caseOf(readIssuedForecasts, { horizon: 1 }, "sees", "nothing"),
  caseOf(readHistoryInput, { startedBy: 1 }, "sees", "nothing"),
  caseOf(listChannelMerges, undefined, "sees", "nothing"),
  caseOf(mergeChannels, { input: { names: ["new"], channel: "email" }, now: 1 }, "changes", "nothing"),
  caseOf(undoChannelMerge, { name: "canary-name" }, "changes", "not found"),
  caseOf(createServerKey, { ...ID, name: "new", now: 1 }, "changes", "not found"),
  caseOf(listServerKeys, ID, "sees", "nothing"),
  caseOf(readCollection, ID, "sees", "nothing"),
  caseOf(blockSource, { ...ID, value: "192.0.2.1", now: 1 }, "changes", "not found"),
  caseOf(listBlocks, ID, "sees", "nothing"),
  caseOf(pauseCollection, { ...ID, pausedAt: 1 }, "changes", "not found"),
  caseOf(rotateKey, { ...ID, kind: "stem", endsAt: null, now: 1 }, "changes", "not found"),
  caseOf(unblockSource, { ...ID, blockId: 1 }, "changes", "not found"),
  caseOf(rotateAliases, { reportId: 1 }, "changes", "not found"),
  caseOf(revokeServerKey, { keyId: 1, now: 1 }, "changes", "not found"),
  caseOf(setCollection, { ...ID, input: COLLECTION, now: 1 }, "changes", "not found"),
  caseOf(createLink, { ...ID, input: LINK, now: 1 }, "changes", "not found"),
  caseOf(listLinks, ID, "sees", "nothing"),
  caseOf(pauseLink, { linkId: 1, pausedAt: 1 }, "changes", "not found"),
  caseOf(countShareStages, ID, "sees", "nothing"),
  caseOf(countSharesApart, ID, "answers", "nothing"),
  caseOf(listQuarantined, { ...ID, most: 5 }, "sees", "nothing"),
  caseOf(readIntakeReport, ID, "sees", "nothing"),
  caseOf(readIntakeState, ID, "sees", "nothing"),
  caseOf(readLive, { ...ID, now: 1 }, "sees", "nothing"),
  {
    query: followLive,
    call: (scope) => followLive(scope, ID).look({ now: 1 }),
    owner: "sees",
    stranger: "nothing",
  },
  caseOf(countKeptByReason, ID, "answers", "nothing"),
  caseOf(emptyQuarantine, { ...ID, reason: "missing" }, "changes", "not found"),
  caseOf(retryQuarantined, { ...ID, after: 0, now: 1e12 }, "changes", "not found"),
  caseOf(createImport, { ...ID, ...FILE, format: FORMAT, policy: "keep-good" }, "changes", "not found"),
  caseOf(findMapping, { header: ["common"] }, "sees", "nothing"),
  caseOf(forgetMapping, { header: ["common"] }, "changes", "nothing"),
  caseOf(saveMapping, { ...MEANT, header: ["common"], now: 1 }, "changes", "nothing"),
  caseOf(hasWholeDays, ID, "knows", "nothing"),
  caseOf(listBrokenImports, ID, "sees", "nothing"),
  caseOf(listImports, ID, "sees", "nothing"),
  caseOf(listQuarantine, { importId: 1 }, "sees", "nothing"),
  caseOf(readImport, { importId: 1 }, "sees", "not found"),
  caseOf(updateImport, { importId: 1, zone: "Asia/Aden" }, "changes", "not found"),
  caseOf(createReportLink, { ...ID, input: REPORT, passwordHash: null, now: 1 }, "changes", "not found"),
  caseOf(deleteReportLink, { reportId: 1 }, "changes", "not found"),
  caseOf(editReportLink, { reportId: 1, input: REPORT }, "changes", "not found"),
  reportCaseOf(hasReportWholeDays, {}, "knows"),
  reportCaseOf(isReportCut, {}, "knows"),
  reportCaseOf(listReportCascades, {}, "sees"),
  caseOf(listReportLinks, { ...ID, now: 1 }, "sees", "nothing"),
  reportCaseOf(listReportNotes, {}, "sees"),
  reportCaseOf(noteReportOpen, { browser: "Firefox · Linux", now: 1 }, "changes"),
  reportCaseOf(readReport, {}, "sees"),
  caseOf(readReportLink, { ...ID, reportId: 1 }, "sees", "not found"),
  caseOf(listMembers, undefined, "sees", "nothing"),
  caseOf(listInvitations, { now: 1 }, "sees", "nothing"),
  caseOf(
    createInvitation,
    { email: "new@example.org", input: { role: "client", campaigns: [1] }, now: 1 },
    "changes",
    "not found",
  ),
  caseOf(revokeInvitation, { invitationId: 1, now: 1 }, "changes", "not found"),
  caseOf(changeMember, { userId: GUEST, input: { role: "editor", campaigns: [] } }, "changes", "not found"),
  caseOf(removeMember, { userId: GUEST }, "changes", "not found"),
  caseOf(transferWorkspace, { userId: GUEST }, "changes", "not found"),
  caseOf(revokeReportLink, { reportId: 1, now: 1 }, "changes", "not found"),
];

test("every query has a case and every case a query", async () => {
  const files = ["queries", "inputs"]
    .flatMap((folder) => {
      const names = readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: "utf8" });
      return names.map((name) => join(folder, name));
    })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !/\/testing\//.test(file));
  const queries = new Map<unknown, string>();
  for (const file of files) {
    const exported: Record<string, unknown> = await import(join(import.meta.dirname, file));
    for (const [name, value] of Object.entries(exported))
      if (typeof value === "function") queries.set(value, `${file}: ${name}`);
  }
  const covered = new Set<unknown>(CASES.map(({ query }) => query));
  expect([...queries].filter(([query]) => !covered.has(query)).map(([, name]) => name)).toEqual([]);
  expect(CASES.filter(({ query }) => !queries.has(query)).map(({ query }) => query.name)).toEqual([]);
  expect(covered.size).toBe(CASES.length);
});

for (const { query, call, callFor, owner, stranger } of CASES) {
  test(`${query.name} gives a stranger ${stranger}, and touches no row of another workspace`, () => {
    const tenants = plantTenants();
    const before = workspaceDigest(tenants.db, 1);
    if (stranger === "not found") expect(() => call(tenants.bare)).toThrow(NotFoundError);
    else expect(JSON.stringify(call(tenants.bare)) ?? "").not.toMatch(CANARY);
    if (owner === "knows" && stranger === "nothing") expect(call(tenants.bare)).toBe(false);
    expect(answerOrNotFound(() => call(tenants.namesake))).not.toMatch(CANARY);
    expect(workspaceDigest(tenants.db, 1)).toBe(before);
  });

  test(`${query.name} works for the owner`, () => {
    const tenants = plantTenants();
    // An archived campaign is what there is to restore.
    if (query === restoreCampaign) archiveCampaign(tenants.owner, { ...ID, now: 1 });
    const before = workspaceDigest(tenants.db, 1);
    if (owner === "conflicts") return expect(() => call(tenants.owner)).toThrow(ConflictError);
    const answer = JSON.stringify(call(tenants.owner)) ?? "";
    if (owner === "sees") expect(answer).toMatch(CANARY);
    if (owner === "answers") expect(answer).toMatch(/^"?\{/);
    if (owner === "knows") expect(answer).toBe("true");
    if (owner === "counts") expect(answer).toMatch(/^[1-9]\d*$/);
    expect(workspaceDigest(tenants.db, 1) === before).toBe(owner !== "changes");
  });

  if (callFor === undefined) continue;
  test(`${query.name} gives nothing of one campaign to another, and touches no row of it`, () => {
    const { db, owner: scope } = plantTenants();
    const other = createCampaign(scope, { input: INPUT, now: 1 });
    const before = campaignDigest(db, { workspaceId: 1, ...ID });
    expect(answerOrNotFound(() => callFor(scope, other))).not.toMatch(CANARY);
    expect(campaignDigest(db, { workspaceId: 1, ...ID })).toBe(before);
    expect(readCampaign(scope, ID)).toMatchObject({ name: "canary-A", archivedAt: null });
  });
}

/** What a client may call at all: the rest needs permissions that no client has. */
const NOT_FOR_CLIENTS = new Set([
  ...["assertNameFree", "findMapping", "listMembers", "listInvitations"],
  // These are asked with a token, not with the scope of a member.
  ...["hasReportWholeDays", "isReportCut", "listReportCascades", "listReportNotes", "readReport"],
]);
const FOR_CLIENTS = CASES.filter(
  ({ owner, query }) => owner !== "changes" && !NOT_FOR_CLIENTS.has(query.name),
);
/** Answers that are the same for a whole workspace and name none of its campaigns. */
const OF_ALL = new Set(["readCorrections", "readHistoryInput", "readIssuedForecasts"]);

describe("a client of another campaign", () => {
  test.each(FOR_CLIENTS.map((one) => [one.query.name, one] as const))("%s", (name, { call }) => {
    const { db, owner } = plantTenants();
    const other = createCampaign(owner, { input: INPUT, now: 1 });
    const userId = plantMember(db, { workspaceId: 1, role: "client", campaigns: [other] });
    // As a client is let in, but for the type: what such a scope lacks is for the matrix of roles.
    const scope = openMemberScope(db, userId, "w1", "campaigns.read") as Scope<Permission>;
    const answer = answerOrNotFound(() => call(scope));
    if (!OF_ALL.has(name)) expect(answer).not.toMatch(CANARY);
  });

  test("gets from the same calls what is of their own", () => {
    const { db } = plantTenants();
    const scope = openMemberScope(db, GUEST, "w1", "campaigns.read") as Scope<Permission>;
    for (const { query, call, owner } of FOR_CLIENTS)
      if (owner === "sees" && query !== listChannelMerges)
        expect(JSON.stringify(call(scope)), query.name).toMatch(CANARY);
  });
});

test("a scope is only what db/scope.ts opened", () => {
  const { owner, db } = plantTenants();
  expect(databaseOf(owner)).toBe(db);
  expect(() => databaseOf({ ...owner })).toThrow("not a scope");
});

function answerOrNotFound(call: () => unknown): string {
  try {
    return JSON.stringify(call()) ?? "";
  } catch (error) {
    if (error instanceof NotFoundError) return error.message;
    throw error;
  }
}

/** A condition on the workspace in a statement, as the query builder writes it and as we do. */
const CONDITION = /(?:"?\w+"?\.)?"?workspace_id"? = (?:\?|@\w+|(?:"?\w+"?\.)"?workspace_id"?)/g;

/** Which condition of which statement is taken out of all that is prepared; null: none is. */
interface TakenOut {
  readonly sql: string;
  readonly at: number;
}

const withoutOne = (sql: string, at: number) => {
  let count = -1;
  return sql.replace(CONDITION, (condition) => (++count === at ? `(${condition} OR 1)` : condition));
};

/** Hears of every statement that is prepared from here to the end of the work, and takes one condition out of it. */
function preparing<T>(takenOut: TakenOut | null, heard: Set<string>, work: () => T): T {
  const { prepare } = Database.prototype;
  const spy = vi.spyOn(Database.prototype, "prepare").mockImplementation(function (
    this: Database.Database,
    sql,
  ) {
    heard.add(sql);
    return prepare.call(this, sql === takenOut?.sql ? withoutOne(sql, takenOut.at) : sql);
  });
  try {
    return work();
  } finally {
    spy.mockRestore();
  }
}

const PLANTED = join(mkdtempSync(join(tmpdir(), "intishar-walk-")), "planted.db");
afterAll(() => rmSync(dirname(PLANTED), { recursive: true }));
const SLUGS = ["w1", "w2", "w3"] as const;

/** What must be one in a whole database. */
const ONE_OF_ALL: Readonly<Record<string, string>> = {
  slug: "w0",
  stem: "dddd",
  public_key: "ipk_double",
  public_key_hash: "double",
  token_hash: "double",
  key_hash: "double",
};
/** What a row of the double says otherwise than the row whose keys it has. */
const OTHERWISE: Readonly<Record<string, string>> = {
  channel: "'double'",
  name: "name || '0'",
  text: "'double'",
  raw: "'double'",
  file_name: "'double'",
  signing_key: "'double'",
  goal_from: "'server'",
  at: "at + 3600000",
  occurred_at: "occurred_at + 3600000",
  started_at: "started_at - 9",
  received_at: "received_at + 7",
  count: "count + 5",
  size: "size + 5",
  faults: "1",
  visits: "visits + 5",
  touch_via: "'double'",
};
/** Rows that the double has and the first workspace has not. */
const BESIDE = `
  INSERT INTO report_opens VALUES (0, 1, '1970-01-01', 'double', 9, 9);
  INSERT INTO retired_keys VALUES (0, 1, 1, 'stem', 'eeee', NULL, 1, NULL);
  INSERT INTO held_back_shares VALUES (0, 1, 'canary-code');
  INSERT INTO intake_counts VALUES (0, 1, 0, 'server', 'accepted', '', '', 9, 9);
  INSERT INTO hourly_counts SELECT 0, campaign_id, hour - 9, kind, channel, generation, count FROM hourly_counts
    WHERE workspace_id = 1;
  INSERT INTO hourly_counts SELECT 0, campaign_id, hour + 9, kind, channel, generation, count FROM hourly_counts
    WHERE workspace_id = 1;
  INSERT INTO channel_merges VALUES (0, 'unknown', 'double', NULL, 9), (0, 'canary-channel', 'double', NULL, 9),
    (0, 'canary', 'double', NULL, 9);
  UPDATE campaigns SET name = 'new', archived_at = 1 WHERE workspace_id = 0;
  UPDATE imports SET status = 'undone' WHERE workspace_id = 0 AND id = 1;
  UPDATE imports SET id = 3, fault = NULL, duplicate = 9 WHERE workspace_id = 0 AND id = 2;`;

/** A workspace before all others whose rows have the very keys of the first's, and some rows more. */
function plantDouble({ $client }: IntisharDatabase): void {
  $client.pragma("foreign_keys = OFF");
  const copy = (table: string, from: string, as: (column: string) => string) => {
    const columns = $client.pragma(`table_info("${table}")`) as { name: string; pk: number }[];
    const values = columns.map(({ name, pk }) => (pk === 0 ? (OTHERWISE[name] ?? as(name)) : as(name)));
    const names = columns.map(({ name }) => `"${name}"`).join(", ");
    $client.exec(
      `INSERT INTO "${table}" (${names}) SELECT ${values.join(", ")} FROM "${table}" WHERE ${from}`,
    );
  };
  const value = (name: string) => (ONE_OF_ALL[name] === undefined ? `"${name}"` : `'${ONE_OF_ALL[name]}'`);
  copy("workspaces", "id = 1", (name) => (name === "id" ? "0" : value(name)));
  for (const table of tablesOfWorkspaces($client)) {
    copy(table, "workspace_id = 1", (name) => (name === "workspace_id" ? "0" : value(name)));
    // Where rows have an order of their own, the double's come first.
    $client.exec(`CREATE TEMP TABLE again AS SELECT * FROM "${table}" WHERE workspace_id = 1;
      DELETE FROM "${table}" WHERE workspace_id = 1;
      INSERT INTO "${table}" SELECT * FROM again;
      DROP TABLE again`);
  }
  copy("journal", "workspace_id = 0", (name) =>
    name === "seq" ? "seq + 1000" : ["event_id", "code"].includes(name) ? `"${name}" || 'x'` : `"${name}"`,
  );
  $client.exec(BESIDE);
  $client.pragma("foreign_keys = ON");
}

function plantedAt(path: string): void {
  migrate(path);
  const db = openDatabase(path, { vault: TEST_VAULT });
  fillTenants(db);
  plantDouble(db);
  db.$client.pragma("wal_checkpoint(TRUNCATE)");
  db.$client.close();
}

/** A copy of the three workspaces, or of one of them alone, that nobody else has open. */
function withCopy<T>(alone: number | null, work: (db: IntisharDatabase) => T): T {
  const path = `${PLANTED}.copy`;
  copyFileSync(PLANTED, path);
  const db = openDatabase(path, { vault: TEST_VAULT });
  try {
    if (alone !== null) leaveAlone(db, alone);
    return work(db);
  } finally {
    db.$client.close();
    for (const ending of ["", "-wal", "-shm"]) rmSync(`${path}${ending}`, { force: true });
  }
}

function tablesOfWorkspaces(client: Database.Database): string[] {
  return client
    .prepare<[], string>(
      "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'workspace_id'",
    )
    .pluck()
    .all();
}

function leaveAlone({ $client }: IntisharDatabase, workspaceId: number): void {
  $client.pragma("foreign_keys = OFF");
  for (const table of tablesOfWorkspaces($client))
    $client.prepare(`DELETE FROM "${table}" WHERE workspace_id <> ?`).run(workspaceId);
  $client.prepare("DELETE FROM workspaces WHERE id <> ?").run(workspaceId);
  $client.pragma("foreign_keys = ON");
}

/** What a query answers the owner of each workspace, and what it does to the rows of the others. */
function behaviourOf(
  { call, owner }: Case,
  { alone, takenOut, heard }: { alone: boolean; takenOut: TakenOut | null; heard: Set<string> },
): string[] {
  return SLUGS.map((slug, at) =>
    withCopy(alone ? at + 1 : null, (db) => {
      const scope = openMemberScope<Permission>(db, at + 1, slug, "workspace.manage");
      const others = [1, 2, 3].filter((id) => id !== at + 1);
      const before = alone ? [] : others.map((id) => workspaceDigest(db, id));
      const own = workspaceDigest(db, at + 1);
      const outcome = preparing(takenOut, heard, () => outcomeOf(() => call(scope)));
      const isSame = alone || others.every((id, n) => workspaceDigest(db, id) === before[n]);
      const changes = workspaceDigest(db, at + 1) !== own;
      // What is new in a row, such as a token, is another each time.
      return `${owner === "changes" && outcome.startsWith("{") ? "done" : outcome} ${changes} ${isSame}`;
    }),
  );
}

function outcomeOf(call: () => unknown): string {
  try {
    return `{${JSON.stringify(call()) ?? ""}}`;
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}

/** The way of events into the forest, given the key of one campaign: that it keeps to it is for the contract of engines. */
const FOLDS = new Set(["createLink", "retryQuarantined"]);

/** Conditions without which nobody's answer is another, and why that is so. */
const SPARE: readonly (readonly [query: string | null, statement: RegExp, why: string])[] = [
  [null, /max\("id"\)/, "the number of the next row, which may be higher than it need be"],
  [null, /json_object\( 'seq'/, "tells when what is kept is worked out anew, and is shown to nobody"],
  [
    null,
    /^\d+ workspace_id = \? IN +SELECT \(SELECT coalesce\(max\(seq\), 0\)/,
    "tells when to look again, and is shown to nobody",
  ],
  [
    "setExperiment",
    /"judged_on"/,
    "no seed with a variant is planted, before which every day may be laid down",
  ],
  ["inputsReader", /SELECT hour FROM hourly_counts/, "tells whether anything happened at all"],
  [null, /count\(\*\) from "memberships"/, "owners of others: team.test.ts asks"],
  [
    "createInvitation",
    /from "users"|count\(\*\) from "invitations"/,
    "members and links of others: team.test.ts asks",
  ],
  ["changeMember", /from "campaigns" where .* false/, "no campaign is asked for"],
  ["createImport", /max\("id"\)/, "the number of the next row"],
  [
    "emptyQuarantine",
    /DELETE FROM quarantined_events|intake_counts/,
    "its rows were found by the workspace before",
  ],
  ["readPerson", /count\(\*\) FROM journal/, "the number of pages, which fifty events more would change"],
  [
    "readPerson",
    /FROM shares INDEXED BY shares_code|FROM journal AS j LEFT JOIN/,
    "whoever is planted was brought once",
  ],
  ["readHistoryInput", /FROM shares WHERE/, "the cascade was found by its workspace before"],
  [
    "editCampaign",
    /select "id" from "campaigns"/,
    "the double's campaign has the number of the one that is edited",
  ],
  [
    "mergeChannels",
    /select "channel" from|select count/,
    "where a name leads is told to nobody, and nobody has that many",
  ],
  ["listEvents", /^\d+ l\.workspace_id/, "no record is planted that lends another its parent"],
  ["readLive", /FROM channel_merges/, "the newest that is planted says no channel"],
  ["followLive", /FROM channel_merges/, "the newest that is planted says no channel"],
  [
    "hasReportWholeDays",
    /from "imports"/,
    "every campaign that is planted has a file without hours, and reports are of such campaigns alone",
  ],
  ["listCascades", /select "workspace_id"/, "the rows were found by their workspace before"],
  ["countSharesApart", /FROM shares s JOIN shares p/, "nobody who is planted carries one cascade twice"],
  ["readIntakeReport", /sum\(count\)|AS agent/, "no machine is planted, and no batch that was refused"],
  ["readIntakeState", /max\(received_at\)/, "everything that is planted came at one instant"],
];

describe("in company", () => {
  beforeAll(() => plantedAt(PLANTED));

  test.each(CASES.map((one) => [one.query.name, one] as const))(
    "%s answers everybody as if they were alone, and would not without any one condition on the workspace",
    (name, one) => {
      const heard = new Set<string>();
      const alone = behaviourOf(one, { alone: true, takenOut: null, heard: new Set() });
      const company = behaviourOf(one, { alone: false, takenOut: null, heard });
      expect(company).toEqual(alone);
      /** By what a condition stands in, however many values a list of it has: whether anybody sees more without it. */
      const isHeld = new Map<string, boolean>();
      for (const sql of FOLDS.has(name) ? [] : heard)
        for (const [at, [condition]] of [...sql.matchAll(CONDITION)].entries()) {
          const takenOut = { sql, at };
          const without = behaviourOf(one, { alone: false, takenOut, heard: new Set() });
          const place = `${at} ${condition} IN ${sql.replaceAll(/\s+/g, " ").replaceAll(/\(\?(?:, \?)*\)/g, "(?)")}`;
          const isOther = JSON.stringify(without) !== JSON.stringify(company);
          isHeld.set(place, (isHeld.get(place) ?? false) || isOther);
        }
      const spare = [...isHeld].flatMap(([place, held]) => (held ? [] : [place]));
      const isSpare = (line: string) =>
        SPARE.some(([of, statement]) => (of === null || of === name) && statement.test(line));
      expect(spare.filter((line) => !isSpare(line))).toEqual([]);
    },
  );
});
