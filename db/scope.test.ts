import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { reportTokenOf } from "#db/queries/testing/fill-tenants.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { memberships } from "#db/schema/memberships.ts";
import {
  databaseOf,
  openIngestScope,
  openMemberScope,
  openOperatorScope,
  openReportScope,
  openSealedScope,
  sealScope,
} from "#db/scope.ts";
import { sealText } from "#db/seal-text.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { PERMISSIONS, type Permission, ROLES, type Role } from "#lib/access/permission.ts";

/** What the product promises, written out a second time: whoever changes the matrix has to mean it. */
const PROMISED: Readonly<Record<Permission, readonly Role[]>> = {
  "campaigns.read": ["owner", "editor", "viewer", "client"],
  "campaigns.write": ["owner", "editor"],
  "collection.manage": ["owner", "editor"],
  "events.ingest": [],
  "events.read": ["owner", "editor", "viewer", "client"],
  "events.write": ["owner", "editor"],
  "reports.manage": ["owner", "editor"],
  "reports.read": [],
  "team.manage": ["owner"],
  "workspace.manage": ["owner"],
};

/** Three tenants, and a member of workspace 1 with a role. */
function plant(role: Role) {
  const tenants = plantTenants();
  return { ...tenants, userId: plantMember(tenants.db, { workspaceId: 1, role }) };
}

function faultOf(open: () => unknown): unknown {
  try {
    open();
  } catch (error) {
    return error;
  }
  return null;
}

describe("what a member's role opens", () => {
  test.each(ROLES)("%s: what is promised, and anything else is refused as it is to a stranger", (role) => {
    const { db, bare, userId } = plant(role);
    const stranger = faultOf(() => openMemberScope(db, bare.userId ?? 0, "w1", "campaigns.read"));
    expect(stranger).toBeInstanceOf(NotFoundError);
    for (const permission of PERMISSIONS) {
      const open = () => openMemberScope(db, userId, "w1", permission);
      if (!PROMISED[permission].includes(role)) expect(faultOf(open), permission).toEqual(stranger);
      else expect(open(), permission).toMatchObject({ workspaceId: 1, workspaceSlug: "w1", userId });
    }
  });

  test.each(ROLES)("%s: whichever permission was asked for, the scope holds those of the role", (role) => {
    const { db, userId } = plant(role);
    const promised = PERMISSIONS.filter((permission) => PROMISED[permission].includes(role));
    for (const permission of promised)
      expect([...openMemberScope(db, userId, "w1", permission).permissions].sort()).toEqual(promised);
  });

  test("a role counts in its own workspace alone", () => {
    const { db, userId } = plant("viewer");
    db.insert(memberships).values({ workspaceId: 2, userId, role: "owner" }).run();
    expect(openMemberScope(db, userId, "w2", "workspace.manage").workspaceId).toBe(2);
    expect(openMemberScope(db, userId, "w1", "campaigns.read").workspaceId).toBe(1);
    for (const slug of ["w1", "w3", "W1", "nowhere", ""])
      expect(() => openMemberScope(db, userId, slug, "campaigns.write")).toThrow(NotFoundError);
  });

  test("a change of role, and the end of a membership, count from the next request on", () => {
    const { db, userId } = plant("editor");
    const open = (permission: Permission) => openMemberScope(db, userId, "w1", permission);
    expect(open("reports.manage").userId).toBe(userId);
    const ofMember = and(eq(memberships.workspaceId, 1), eq(memberships.userId, userId));
    db.update(memberships).set({ role: "viewer" }).where(ofMember).run();
    expect(() => open("reports.manage")).toThrow(NotFoundError);
    expect(open("events.read").userId).toBe(userId);
    db.delete(memberships).where(ofMember).run();
    expect(() => open("events.read")).toThrow(NotFoundError);
  });
});

describe("a client", () => {
  const clientOf = (campaigns: readonly number[]) => {
    const tenants = plantTenants();
    const userId = plantMember(tenants.db, { workspaceId: 1, role: "client", campaigns });
    return { ...tenants, userId, scope: openMemberScope(tenants.db, userId, "w1", "campaigns.read") };
  };

  test("is let to the campaigns that they were given, others see all", () => {
    const { db, owner, scope } = clientOf([1]);
    expect(scope.campaigns).toEqual(new Set([1]));
    expect(databaseOf(scope, 1)).toBe(db);
    expect(() => databaseOf(scope, 2)).toThrow(NotFoundError);
    expect(owner.campaigns).toBeNull();
    expect(databaseOf(owner, 2)).toBe(db);
  });

  test("without any sees none, and keeps to theirs across threads", () => {
    const { db, scope } = clientOf([]);
    expect(scope.campaigns).toEqual(new Set());
    const key = new Uint8Array(32).fill(1);
    expect(openSealedScope(db, sealScope(scope, key), key)).toEqual(scope);
  });

  test("campaigns given to a member of another role do not bind them", () => {
    const { db } = clientOf([1]);
    const userId = plantMember(db, { workspaceId: 1, role: "viewer", campaigns: [1] });
    expect(openMemberScope(db, userId, "w1", "campaigns.read").campaigns).toBeNull();
  });

  test("a report link and a key of the collector are for their campaign alone", () => {
    const { db, owner } = plantTenants();
    const holder = { token: reportTokenOf(owner), unlock: undefined, secret: "", now: 1 };
    expect(openReportScope(db, holder).campaigns).toEqual(new Set([1]));
    expect(openIngestScope(db, { publicKey: "ipk_canary" }).campaigns).toEqual(new Set([1]));
  });
});

describe("what else opens a scope", () => {
  test("the operator may do everything, in a workspace that exists", () => {
    const { db } = plantTenants();
    const scope = openOperatorScope(db, "w1");
    expect([...scope.permissions].sort()).toEqual([...PERMISSIONS]);
    expect(scope).toMatchObject({ workspaceId: 1, userId: null });
    expect(() => openOperatorScope(db, "nowhere")).toThrow(NotFoundError);
  });

  test("a report link reads its report, and a key of the collector brings events: nothing else", () => {
    const { db, owner } = plantTenants();
    const holder = { token: reportTokenOf(owner), unlock: undefined, secret: "", now: 1 };
    const report = openReportScope(db, holder);
    expect([...report.permissions]).toEqual(["reports.read"]);
    expect(report).toMatchObject({ workspaceId: 1, userId: null });
    const ingest = openIngestScope(db, { publicKey: "ipk_canary" });
    expect([...ingest.permissions]).toEqual(["events.ingest"]);
    expect(ingest).toMatchObject({ workspaceId: 1, userId: null });
    expect(() => openReportScope(db, { ...holder, token: "ipk_canary" })).toThrow(NotFoundError);
    expect(() => openIngestScope(db, { publicKey: holder.token })).toThrow(NotFoundError);
  });
});

describe("what crosses to another thread", () => {
  const key = new Uint8Array(32).fill(1);

  test("grants what the scope granted, the days and sections of a link with it", () => {
    const { db, owner } = plantTenants();
    const now = 0;
    const report = openReportScope(db, { token: reportTokenOf(owner), unlock: undefined, secret: "", now });
    for (const scope of [owner, report])
      expect(openSealedScope(db, sealScope(scope, key), key)).toEqual(scope);
  });

  test("opens nothing of a report without leave to read it", () => {
    const { db, owner } = plantTenants();
    const holder = { token: reportTokenOf(owner), unlock: undefined, secret: "", now: 0 };
    const { permissions, campaigns, ...grant } = openReportScope(db, holder);
    const sealed = (granted: readonly string[]) =>
      sealText(JSON.stringify({ ...grant, campaigns: [...(campaigns ?? [])], permissions: granted }), key);
    expect(openSealedScope(db, sealed([...permissions]), key)).toMatchObject({ workspaceId: 1 });
    for (const granted of [[], ["events.ingest"]])
      expect(() => openSealedScope(db, sealed(granted), key)).toThrow(NotFoundError);
  });

  test("is nothing that only looks like a scope", () => {
    const { owner } = plantTenants();
    expect(() => sealScope({ ...owner, workspaceId: 3 }, key)).toThrow("not a scope");
    expect(() => sealScope(owner, key)).not.toThrow();
  });
});
