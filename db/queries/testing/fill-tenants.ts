import { unknownPasswordHash } from "#db/auth-store/hash-password.ts";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { headingHash } from "#db/import/heading-hash.ts";
import { quarantineRows } from "#db/import/quarantine-rows.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { CANARY_COUNT, CANARY_NUMBER } from "#db/queries/testing/canary.ts";
import { annotations } from "#db/schema/annotations.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { channelMerges } from "#db/schema/channel-merges.ts";
import { columnMappings } from "#db/schema/column-mappings.ts";
import { experiments } from "#db/schema/experiments.ts";
import { forecasts } from "#db/schema/forecasts.ts";
import { imports } from "#db/schema/imports.ts";
import { invitations } from "#db/schema/invitations.ts";
import { memberCampaigns, memberships } from "#db/schema/memberships.ts";
import { reportLinks } from "#db/schema/report-links.ts";
import { secondFactorRules } from "#db/schema/second-factors.ts";
import { segments } from "#db/schema/segments.ts";
import { users } from "#db/schema/users.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { databaseOf, openMemberScope } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import { REPORT_SECTIONS } from "#lib/access/report-link.ts";
import type { Scope } from "#lib/access/scope.ts";
import { PLAIN_FORMS } from "#lib/sources/reading.ts";
import { plantCollection } from "./plant-collection.ts";

export interface Tenants {
  readonly db: IntisharDatabase;
  /** Workspace 1, full of canaries. */
  readonly owner: Scope<Permission>;
  /** Workspace 2, with nothing in it. */
  readonly bare: Scope<Permission>;
  /** Workspace 3, whose campaign, import and one code bear the owner's very ids. */
  readonly namesake: Scope<Permission>;
}

/** Account of somebody who is a client of workspaces 1 and 3, of the campaign 1 of each. */
export const GUEST = 100;

/** Plants three workspaces of three people in an empty database. */
export function fillTenants(db: IntisharDatabase): Tenants {
  const [owner, bare, namesake] = [openWorkspace(db, 1), openWorkspace(db, 2), openWorkspace(db, 3)];
  // Somebody who belongs to two workspaces.
  db.insert(users).values({ id: GUEST, email: "guest@example.org", passwordHash: "", createdAt: 0 }).run();
  plantCampaign(owner, "canary", CANARY_NUMBER);
  plantCampaign(namesake, "plain", 0);
  const delivery = { kind: "delivery", person: "p0", code: "common-0", occurredAt: 1 } as const;
  const share = { kind: "share", occurredAt: 0, seedKind: "organic" } as const;
  addEvents(owner, 1, [
    ...Array.from({ length: CANARY_COUNT - 1 }, (_, n) => ({
      ...share,
      person: `p${n}`,
      code: `common-${n}`,
    })),
    { ...share, person: "canary-person", code: "canary-code", channel: "canary-channel" },
    { ...share, seedKind: null, person: "branch", via: "canary-code", code: "canary-branch", occurredAt: 1 },
    ...Array.from({ length: CANARY_COUNT }, (_, n) => ({ ...delivery, id: `delivery-${n}` })),
    { kind: "visit", person: "guest", via: "canary-branch", occurredAt: 1 },
    // Its code is the namesake's too: a join that forgets the workspace brings this value over.
    {
      kind: "conversion",
      person: "p0",
      via: "common-0",
      occurredAt: 1,
      value: CANARY_NUMBER,
      currency: "USD",
    },
  ]);
  addEvents(namesake, 1, [{ ...share, person: "p0", code: "common-0" }]);
  return { db, owner, bare, namesake };
}

/** The token of the report link in a tenant's workspace. */
export function reportTokenOf({ workspaceId }: Pick<Scope, "workspaceId">): string {
  return `report-of-${workspaceId}`;
}

/** A day of 2096. */
const FAR_AHEAD = 4_000_000_000_000;

function openWorkspace(db: IntisharDatabase, id: number): Scope<Permission> {
  const slug = `w${id}`;
  db.insert(workspaces).values({ id, slug, name: slug, zone: "UTC", createdAt: 0 }).run();
  db.insert(users)
    .values({ id, email: `${slug}@example.org`, passwordHash: unknownPasswordHash(), createdAt: 0 })
    .run();
  db.insert(memberships).values({ workspaceId: id, userId: id, role: "owner" }).run();
  // The others require a second factor, of nobody as yet: a query that forgets the workspace would read so of the first.
  if (id !== 1) db.insert(secondFactorRules).values({ workspaceId: id, since: FAR_AHEAD }).run();
  return openMemberScope<Permission>(db, id, slug, "workspace.manage");
}

function plantCampaign(scope: Scope<Permission>, mark: string, quarantined: number): void {
  const { workspaceId } = scope;
  const db = databaseOf(scope);
  db.insert(campaigns)
    .values({ workspaceId, id: 1, name: `${mark}-A`, tool: "video", createdAt: 0 })
    .run();
  db.insert(imports)
    .values({
      ...{
        workspaceId,
        id: 1,
        campaignId: 1,
        fileName: `${mark}.csv`,
        fileBytes: 1,
        quarantined,
        createdAt: 0,
      },
      ...{ format: { kind: "csv", delimiter: "," }, mapping: {}, zone: "UTC" },
      ...{ policy: "keep-good", status: "uploaded" },
    })
    .run();
  db.insert(columnMappings)
    .values({
      ...{ workspaceId, heading: headingHash(["common"]), mapping: { code: `${mark}-column` } },
      ...{ zone: "UTC", choices: {}, savedAt: 0 },
    })
    .run();
  db.insert(imports)
    .values({
      ...{ workspaceId, id: 2, campaignId: 1, fileName: `${mark}-cut.csv`, fileBytes: 1, createdAt: 0 },
      ...{ format: { kind: "csv", delimiter: "," }, mapping: {}, zone: "UTC", policy: "keep-good" },
      ...{ status: "done", accepted: 1, received: 1, fault: { reason: "gzip-cut-short" } },
      reading: { choices: {}, forms: { ...PLAIN_FORMS, wholeDays: true } },
    })
    .run();
  db.insert(reportLinks)
    .values({
      ...{ workspaceId, id: 1, campaignId: 1, name: `${mark}-report`, createdAt: 0, aliasKey: mark },
      ...{ tokenHash: hashToken(reportTokenOf(scope)), theme: "light", embedOrigins: [], dateMode: "free" },
      ...{ sections: [...REPORT_SECTIONS], aliases: false, csv: true, previewCard: false },
    })
    .run();
  plantCollection(scope, mark, quarantined);
  db.insert(memberships).values({ workspaceId, userId: GUEST, role: "client" }).run();
  db.insert(memberCampaigns).values({ workspaceId, userId: GUEST, campaignId: 1 }).run();
  db.insert(invitations)
    .values({
      ...{ workspaceId, id: 1, tokenHash: hashToken(`invitation-of-${workspaceId}`), role: "client" },
      ...{ email: `${mark}@example.org`, campaigns: [1], createdAt: 0, expiresAt: 9 },
    })
    .run();
  const key = { workspaceId, id: 1, campaignId: 1, createdAt: 0 };
  db.insert(segments)
    .values({ ...key, name: `${mark}-segment`, query: "where=channel:x" })
    .run();
  db.insert(annotations)
    .values({ ...key, text: `${mark}-note`, kind: "post", at: 0 })
    .run();
  db.insert(experiments)
    .values({ workspaceId, campaignId: 1, split: { [mark]: 1 }, changedAt: 0 })
    .run();
  db.insert(channelMerges)
    .values([
      { workspaceId, name: `${mark}-name`, channel: `${mark}-channel`, createdAt: 0 },
      { workspaceId, name: "old", channel: "new", createdAt: 0 },
    ])
    .run();
  const issued = { workspaceId, campaignId: 1, horizon: 1, age: 1, at: 1, issuedAt: 1 };
  db.insert(forecasts)
    .values({ ...issued, method: "count-ridge", size: 0, final: quarantined })
    .run();
  const fault = { field: "code", reason: "missing" } as const;
  quarantineRows(scope, 1, [{ row: 1, line: 2, fault, raw: `${mark}-raw` }], 0);
}
