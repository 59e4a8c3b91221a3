import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { isStillAllowed } from "#app/_server/is-still-allowed.ts";
import { completeSetUp } from "#db/auth-store/complete-set-up.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import { endSession } from "#db/auth-store/end-session.ts";
import { issueSetUpToken } from "#db/auth-store/issue-set-up-token.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { memberCampaigns } from "#db/schema/memberships.ts";
import { openMemberScope } from "#db/scope.ts";

/** An owner who is signed in and holds a scope. */
function openOwner() {
  const folder = mkdtempSync(join(tmpdir(), "intishar-"));
  const path = join(folder, "test.db");
  migrate(path);
  const db = openDatabase(path);
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  const now = Date.now();
  const names = { workspaceName: "Sara", workspaceSlug: "sara", zone: "UTC", passwordHash: "", now };
  const { userId: id } = completeSetUp(db, {
    token: issueSetUpToken(db) ?? "",
    email: "sara@example.org",
    ...names,
  });
  const sessionId = createSession(db, { userId: id, label: "Firefox", now });
  return { db, sessionId, scope: openMemberScope(db, id, "sara", "campaigns.write") };
}

it("lets whoever is signed in and a member go on, until their session ends", () => {
  const { db, sessionId, scope } = openOwner();
  expect(isStillAllowed(db, sessionId, scope, "campaigns.read")).toBe(true);
  endSession(db, sessionId);
  expect(isStillAllowed(db, sessionId, scope, "campaigns.read")).toBe(false);
});

it("knows when a role no longer has the permission, and when there is no role any more", () => {
  const { db, sessionId, scope } = openOwner();
  db.$client.prepare("UPDATE memberships SET role = 'viewer'").run();
  expect(isStillAllowed(db, sessionId, scope, "campaigns.write")).toBe(false);
  expect(isStillAllowed(db, sessionId, scope, "campaigns.read")).toBe(true);
  db.$client.prepare("DELETE FROM memberships").run();
  expect(isStillAllowed(db, sessionId, scope, "campaigns.read")).toBe(false);
});

it("knows when a client is not given a campaign any more, and when somebody has become one", () => {
  const { db, sessionId, scope } = openOwner();
  const workspaceId = scope.workspaceId;
  for (const id of [1, 2])
    db.insert(campaigns)
      .values({ workspaceId, id, name: `c${id}`, tool: "app", createdAt: 0 })
      .run();
  db.$client.prepare("UPDATE memberships SET role = 'client'").run();
  const give = (campaignId: number) =>
    db
      .insert(memberCampaigns)
      .values({ workspaceId, userId: scope.userId ?? 0, campaignId })
      .run();
  give(1);
  give(2);
  const held = openMemberScope(db, scope.userId ?? 0, "sara", "campaigns.read");
  expect(isStillAllowed(db, sessionId, scope, "campaigns.read")).toBe(false);
  expect(isStillAllowed(db, sessionId, held, "campaigns.read")).toBe(true);
  db.$client.prepare("DELETE FROM member_campaigns WHERE campaign_id = 2").run();
  expect(isStillAllowed(db, sessionId, held, "campaigns.read")).toBe(false);
  db.$client.prepare("UPDATE memberships SET role = 'viewer'").run();
  expect(isStillAllowed(db, sessionId, held, "campaigns.read")).toBe(true);
});

it("takes neither an unknown session nor another workspace that now bears the name", () => {
  const { db, sessionId, scope } = openOwner();
  expect(isStillAllowed(db, `${sessionId}x`, scope, "campaigns.read")).toBe(false);
  expect(isStillAllowed(db, sessionId, { ...scope, workspaceId: 9 }, "campaigns.read")).toBe(false);
});
