import { and, eq } from "drizzle-orm";
import { type CollectionHolder, findCollection } from "#db/auth-store/find-collection.ts";
import { findLiveReport } from "#db/auth-store/find-live-report.ts";
import { isUnlocked } from "#db/auth-store/is-unlocked.ts";
import { assertSecondFactor } from "#db/auth-store/second-factor-due.ts";
import { LockedError, NotFoundError } from "#lib/access/errors.ts";
import { includesCampaign } from "#lib/access/includes-campaign.ts";
import type { IngestScope } from "#lib/access/ingest-scope.ts";
import { PERMISSIONS, type Permission, ROLE_PERMISSIONS } from "#lib/access/permission.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { IntisharDatabase } from "./open-database.ts";
import { memberCampaigns, memberships } from "./schema/memberships.ts";
import { workspaces } from "./schema/workspaces.ts";
import { openSeal, type SealedScope, sealText } from "./seal-text.ts";

const databases = new WeakMap<object, IntisharDatabase>();

/** What a scope grants, as plain data. */
interface Granted extends Pick<Scope, "workspaceId" | "workspaceSlug" | "zone" | "userId"> {
  readonly campaigns: readonly number[] | null;
  readonly permissions: readonly Permission[];
  readonly report?: ReportScope["report"] | undefined;
}

/**
 * Opens a person's scope in a workspace.
 * @throws NotFoundError when there is no such workspace, the person is no member, or the role lacks the
 * permission: a stranger learns nothing from the difference
 * @throws SecondFactorNeededError for a member of a workspace that requires one and waited for it long enough
 */
export function openMemberScope<P extends Permission>(
  db: IntisharDatabase,
  userId: number,
  workspaceSlug: string,
  permission: P,
): Scope<P> {
  const row = db
    .select({ id: workspaces.id, slug: workspaces.slug, zone: workspaces.zone, role: memberships.role })
    .from(workspaces)
    .innerJoin(memberships, eq(memberships.workspaceId, workspaces.id))
    .where(and(eq(workspaces.slug, workspaceSlug), eq(memberships.userId, userId)))
    .get();
  if (row === undefined || !ROLE_PERMISSIONS[row.role].includes(permission))
    throw new NotFoundError("workspace");
  assertSecondFactor(db, { workspaceId: row.id, userId }, Date.now());
  const campaigns = row.role === "client" ? campaignsOf(db, row.id, userId) : null;
  return issue(db, { ...row, campaigns }, userId, ROLE_PERMISSIONS[row.role]);
}

/** The campaigns that a client was given. */
function campaignsOf(db: IntisharDatabase, workspaceId: number, userId: number): number[] {
  return db
    .select({ campaignId: memberCampaigns.campaignId })
    .from(memberCampaigns)
    .where(and(eq(memberCampaigns.workspaceId, workspaceId), eq(memberCampaigns.userId, userId)))
    .all()
    .map(({ campaignId }) => campaignId);
}

/**
 * Opens the scope of whoever operates the machine and therefore holds the file anyway: commands, start-up.
 * @throws NotFoundError when there is no such workspace
 */
export function openOperatorScope(db: IntisharDatabase, workspaceSlug: string): Scope<Permission> {
  const row = db.select().from(workspaces).where(eq(workspaces.slug, workspaceSlug)).get();
  if (row === undefined) throw new NotFoundError("workspace");
  return issue(db, row, null, PERMISSIONS);
}

/**
 * Opens what a report link shows. Call it on every request: nothing about a link is remembered.
 * @param holder.unlock the cookie that proves the password was given
 * @param holder.secret the key that signs such cookies
 * @throws NotFoundError when the token is wrong and when its link is revoked or past its end
 * @throws LockedError when its password has yet to be given
 */
export function openReportScope(
  db: IntisharDatabase,
  holder: { token: string; unlock: string | undefined; secret: string; now: number },
): ReportScope {
  const link = findLiveReport(db, holder.token, holder.now);
  if (link === null) throw new NotFoundError("report");
  if (!isUnlocked(link, holder)) throw new LockedError();
  const { id: reportId, campaignId, sections, dateMode, fromDay, toDay, aliases, csv } = link;
  const dates = Object.freeze({ mode: dateMode, from: fromDay, to: toDay });
  const report = { reportId, campaignId, sections: Object.freeze(sections), dates, aliases, csv };
  const workspace = {
    id: link.workspaceId,
    slug: link.workspaceSlug,
    zone: link.zone,
    campaigns: [campaignId],
  };
  return issue<"reports.read", Pick<ReportScope, "report">>(db, workspace, null, ["reports.read"], {
    report: Object.freeze(report),
  });
}

/**
 * Opens the way into one campaign for whoever holds a key of its collector, or one of its codes.
 * @throws NotFoundError when the key is wrong or revoked, or the code begins like none of ours
 */
export function openIngestScope(db: IntisharDatabase, holder: CollectionHolder): IngestScope {
  const found = findCollection(db, holder);
  if (found === null) throw new NotFoundError("collection");
  const { workspace, grant } = found;
  const own = { ...workspace, campaigns: [grant.campaignId] };
  return issue<"events.ingest", Pick<IngestScope, "collection">>(db, own, null, ["events.ingest"], {
    collection: Object.freeze(grant),
  });
}

/**
 * A scope as it crosses to another thread of this process: what it grants, sealed with a key that both hold.
 * @param key 32 random bytes, made anew by every process
 * @throws Error for what no function here opened
 */
export function sealScope(scope: Scope | ReportScope, key: Uint8Array): SealedScope {
  // A look-alike would come out of the seal as a scope that was granted.
  databaseOf(scope);
  const { workspaceId, workspaceSlug, zone, userId, campaigns } = scope;
  const report = "report" in scope ? scope.report : undefined;
  const grant: Granted = {
    workspaceId,
    workspaceSlug,
    zone,
    userId,
    campaigns: campaigns === null ? null : [...campaigns],
    permissions: [...scope.permissions],
    report,
  };
  return sealText(JSON.stringify(grant), key);
}

/**
 * Opens what `sealScope` sealed, on this thread's connection: a member's leave to read campaigns, or what a report
 * link shows.
 * @throws NotFoundError when the seal is not of this key, or grants neither
 */
export function openSealedScope(
  db: IntisharDatabase,
  sealed: SealedScope,
  key: Uint8Array,
): Scope<"campaigns.read"> | ReportScope {
  const text = openSeal(sealed, key);
  if (text === null) throw new NotFoundError("workspace");
  const {
    workspaceId: id,
    workspaceSlug: slug,
    zone,
    userId,
    campaigns,
    permissions,
    report,
  }: Granted = JSON.parse(text);
  const workspace = { id, slug, zone, campaigns };
  if (permissions.includes("campaigns.read"))
    return issue<"campaigns.read">(db, workspace, userId, permissions);
  if (report === undefined || !permissions.includes("reports.read")) throw new NotFoundError("workspace");
  return issue<"reports.read", Pick<ReportScope, "report">>(db, workspace, userId, permissions, {
    report: Object.freeze(report),
  });
}

/**
 * The connection that a scope was opened on. For `db/` alone.
 * @param campaignId what is asked about, where that is one campaign
 * @throws NotFoundError when the scope is for other campaigns
 */
export function databaseOf(scope: Scope, campaignId?: number): IntisharDatabase {
  const db = databases.get(scope);
  if (db === undefined) throw new Error("not a scope that db/scope.ts opened");
  if (campaignId !== undefined && !includesCampaign(scope, campaignId)) throw new NotFoundError("campaign");
  return db;
}

function issue<P extends Permission, Extra extends object = object>(
  db: IntisharDatabase,
  workspace: { id: number; slug: string; zone: string; campaigns?: readonly number[] | null },
  userId: number | null,
  permissions: readonly Permission[],
  extra?: Extra,
): Scope<P> & Extra {
  const scope = Object.freeze({
    ...extra,
    workspaceId: workspace.id,
    workspaceSlug: workspace.slug,
    zone: workspace.zone,
    campaigns: workspace.campaigns == null ? null : new Set(workspace.campaigns),
    userId,
    permissions: new Set(permissions),
  });
  databases.set(scope, db);
  // The one cast that makes a scope: its symbol exists in types only, so no literal can carry it.
  return scope as unknown as Scope<P> & Extra;
}
