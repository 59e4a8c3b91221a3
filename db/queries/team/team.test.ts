import { describe, expect, it } from "vitest";
import { createWorkspace, mayCreateWorkspaces } from "#db/auth-store/create-workspace.ts";
import { findInvitation, joinAsNew, joinWorkspace } from "#db/auth-store/invitation.ts";
import { findLastOpened, noteOpened } from "#db/auth-store/last-opened.ts";
import { leaveWorkspace } from "#db/auth-store/leave-workspace.ts";
import { listWorkspacesOf } from "#db/auth-store/list-workspaces-of.ts";
import { archiveCampaign } from "#db/queries/campaigns/archive-campaign.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { memberships } from "#db/schema/memberships.ts";
import { openMemberScope } from "#db/scope.ts";
import { writeWaiting } from "#db/write-later.ts";
import { ConflictError, NotFoundError } from "#lib/access/errors.ts";
import type { MembershipInput } from "#lib/access/membership.ts";
import { DAY } from "#lib/time/lengths.ts";
import { changeMember } from "./change-member.ts";
import { createInvitation } from "./create-invitation.ts";
import { listInvitations } from "./list-invitations.ts";
import { listMembers } from "./list-members.ts";
import { removeMember } from "./remove-member.ts";
import { revokeInvitation } from "./revoke-invitation.ts";
import { transferWorkspace } from "./transfer-workspace.ts";

const EDITOR: MembershipInput = { role: "editor", campaigns: [] };
const CLIENT: MembershipInput = { role: "client", campaigns: [1] };
const SARA = { email: "sara@example.org", name: "Sara", passwordHash: "hash" };

describe("an invitation", () => {
  const open = (email: string | null = null, input = EDITOR) => {
    const tenants = plantTenants();
    const token = createInvitation(tenants.owner, { email, input, now: 0 });
    return { ...tenants, token };
  };

  it("makes an account and a member of it, once", () => {
    const { db, owner, token } = open();
    expect(joinAsNew(db, { ...SARA, token, now: 1 })).toMatchObject({ workspaceSlug: "w1" });
    expect(listMembers(owner)).toContainEqual(
      expect.objectContaining({ ...{ email: SARA.email, name: "Sara", role: "editor" }, joinedAt: 1 }),
    );
    expect(findInvitation(db, token, 1)).toBeNull();
    const other = { ...SARA, email: "other@example.org" };
    expect(() => joinAsNew(db, { ...other, token, now: 1 })).toThrow(NotFoundError);
    expect(listMembers(owner).map(({ email }) => email)).not.toContain(other.email);
  });

  it("is over after seven days, when it is taken back, and for who guesses: all alike", () => {
    const { db, owner, token } = open();
    expect(findInvitation(db, token, 7 * DAY - 1)).toMatchObject({ workspaceName: "w1", role: "editor" });
    expect(findInvitation(db, token, 7 * DAY)).toBeNull();
    expect(findInvitation(db, `${token}x`, 1)).toBeNull();
    const [{ id } = { id: 0 }] = listInvitations(owner, { now: 1 });
    revokeInvitation(owner, { invitationId: id, now: 1 });
    expect(findInvitation(db, token, 1)).toBeNull();
    expect(listInvitations(owner, { now: 1 }).map((one) => one.id)).not.toContain(id);
    expect(() => revokeInvitation(owner, { invitationId: id, now: 1 })).toThrow(NotFoundError);
    expect(() => joinAsNew(db, { ...SARA, token, now: 1 })).toThrow(NotFoundError);
  });

  it("for one address is for no other, whether new or signed in", () => {
    const { db, token, bare } = open(SARA.email);
    expect(() => joinAsNew(db, { ...SARA, email: "eve@example.org", token, now: 1 })).toThrow(ConflictError);
    expect(() => joinWorkspace(db, { token, userId: bare.userId ?? 0, now: 1 })).toThrow(NotFoundError);
    expect(joinAsNew(db, { ...SARA, token, now: 1 }).workspaceSlug).toBe("w1");
  });

  it("takes in an account that there is, and refuses to make it a second time", () => {
    const { db, token, bare } = open("w2@example.org");
    const again = { ...SARA, email: "w2@example.org", token, now: 1 };
    expect(() => joinAsNew(db, again)).toThrow(ConflictError);
    expect(joinWorkspace(db, { token, userId: bare.userId ?? 0, now: 1 })).toBe("w1");
    expect(listWorkspacesOf(db, bare.userId ?? 0).map(({ slug }) => slug)).toEqual(["w1", "w2"]);
  });

  it("is not spent on who belongs to the workspace already", () => {
    const { db, token, owner } = open();
    const joining = { token, userId: owner.userId ?? 0, now: 1 };
    expect(() => joinWorkspace(db, joining)).toThrow(ConflictError);
    expect(openMemberScope(db, owner.userId ?? 0, "w1", "team.manage").workspaceId).toBe(1);
    expect(findInvitation(db, token, 1)).not.toBeNull();
  });

  it("gives a client the campaigns that it names, which must be the workspace's", () => {
    const { db, token, owner, bare } = open(null, CLIENT);
    const { userId } = joinAsNew(db, { ...SARA, token, now: 1 });
    expect(openMemberScope(db, userId, "w1", "campaigns.read").campaigns).toEqual(new Set([1]));
    const input: MembershipInput = { role: "client", campaigns: [2] };
    const foreign = { email: null, input, now: 0 };
    expect(() => createInvitation(owner, foreign)).toThrow(NotFoundError);
    expect(() => createInvitation(bare, { ...foreign, input: CLIENT })).toThrow(NotFoundError);
  });

  it("is refused for a member, not for a member of another workspace", () => {
    const { owner } = open();
    const invited = (email: string) => createInvitation(owner, { email, input: EDITOR, now: 0 });
    expect(() => invited("w1@example.org")).toThrow(ConflictError);
    expect(invited("w2@example.org")).toMatch(/^[\w-]{43}$/);
  });

  it("is one of a hundred that are open at most; others' do not count", () => {
    const { owner, namesake } = open();
    const make = (scope: typeof owner) => createInvitation(scope, { email: null, input: EDITOR, now: 1 });
    // Two are planted in the first workspace.
    for (let i = 0; i < 98; i++) make(owner);
    expect(() => make(owner)).toThrow(ConflictError);
    expect(make(namesake)).toMatch(/^[\w-]{43}$/);
  });
});

describe("a member", () => {
  it("is given another role, and a client other campaigns", () => {
    const { db, owner } = plantTenants();
    const userId = plantMember(db, { workspaceId: 1, role: "client", campaigns: [1] });
    changeMember(owner, { userId, input: EDITOR });
    const scope = openMemberScope(db, userId, "w1", "campaigns.write");
    expect(scope.campaigns).toBeNull();
    expect(listMembers(owner)).toContainEqual(
      expect.objectContaining({ userId, role: "editor", campaigns: [] }),
    );
    changeMember(owner, { userId, input: CLIENT });
    expect(listMembers(owner)).toContainEqual(
      expect.objectContaining({ userId, role: "client", campaigns: [{ id: 1, name: "canary-A" }] }),
    );
    const foreign: MembershipInput = { role: "client", campaigns: [1, 7] };
    expect(() => changeMember(owner, { userId, input: foreign })).toThrow(NotFoundError);
  });

  it("keeps what they made when they are removed, and finds nothing from then on", () => {
    const { db, owner } = plantTenants();
    const userId = plantMember(db, { workspaceId: 1, role: "editor" });
    archiveCampaign(openMemberScope(db, userId, "w1", "campaigns.write"), { campaignId: 1, now: 1 });
    removeMember(owner, { userId });
    expect(() => openMemberScope(db, userId, "w1", "campaigns.read")).toThrow(NotFoundError);
    expect(() => removeMember(owner, { userId })).toThrow(NotFoundError);
    expect(listWorkspacesOf(db, userId)).toEqual([]);
  });

  it("is the owner in one's place after a transfer, which nobody makes to themselves", () => {
    const { db, owner } = plantTenants();
    const userId = plantMember(db, { workspaceId: 1, role: "viewer" });
    expect(() => transferWorkspace(owner, { userId: owner.userId ?? 0 })).toThrow(ConflictError);
    transferWorkspace(owner, { userId });
    expect(openMemberScope(db, userId, "w1", "team.manage").userId).toBe(userId);
    expect(() => openMemberScope(db, owner.userId ?? 0, "w1", "team.manage")).toThrow(NotFoundError);
    expect(openMemberScope(db, owner.userId ?? 0, "w1", "campaigns.write").workspaceId).toBe(1);
  });
});

describe("the last owner", () => {
  it("can neither leave nor be removed or changed, though others own other workspaces", () => {
    const { db, owner } = plantTenants();
    const userId = owner.userId ?? 0;
    const leaving = { userId, workspaceSlug: "w1" };
    expect(() => leaveWorkspace(db, leaving)).toThrow(ConflictError);
    expect(() => removeMember(owner, { userId })).toThrow(ConflictError);
    expect(() => changeMember(owner, { userId, input: EDITOR })).toThrow(ConflictError);
    expect(openMemberScope(db, userId, "w1", "team.manage").userId).toBe(userId);
    plantMember(db, { workspaceId: 1, role: "owner" });
    leaveWorkspace(db, leaving);
    expect(() => openMemberScope(db, userId, "w1", "campaigns.read")).toThrow(NotFoundError);
    expect(() => leaveWorkspace(db, leaving)).toThrow(NotFoundError);
    expect(() => leaveWorkspace(db, { userId, workspaceSlug: "nowhere" })).toThrow(NotFoundError);
  });
});

describe("workspaces of a person", () => {
  it("are made by who owns one, with a slug of their own", () => {
    const { db, owner } = plantTenants();
    const userId = plantMember(db, { workspaceId: 1, role: "editor" });
    expect(mayCreateWorkspaces(db, userId)).toBe(false);
    const workspace = { name: "W1", zone: "Asia/Amman", now: 5 };
    expect(() => createWorkspace(db, { ...workspace, userId })).toThrow(NotFoundError);
    const slug = createWorkspace(db, { ...workspace, userId: owner.userId ?? 0 });
    expect(slug).toMatch(/^w1-[a-z0-9]{6}$/);
    expect(openMemberScope(db, owner.userId ?? 0, slug, "team.manage").zone).toBe("Asia/Amman");
  });

  it("open with the one that was opened last", () => {
    const { db, owner } = plantTenants();
    const userId = owner.userId ?? 0;
    db.insert(memberships).values({ workspaceId: 2, userId, role: "viewer" }).run();
    expect(findLastOpened(db, userId)).toBe("w1");
    noteOpened(db, { workspaceId: 2, userId }, 5);
    writeWaiting(db);
    expect(findLastOpened(db, userId)).toBe("w2");
    expect(findLastOpened(db, 999)).toBeNull();
  });
});
