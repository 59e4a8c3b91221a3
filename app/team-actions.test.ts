import { encode } from "next-auth/jwt";
import { describe, expect, test, vi } from "vitest";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { join } from "#app/(auth)/join/[token]/join.ts";
import { joinNew } from "#app/(auth)/join/[token]/join-new.ts";
import { leave } from "#app/account/leave.ts";
import { addWorkspace } from "#app/w/_server/add-workspace.ts";
import { transfer } from "#app/w/[workspace]/settings/team/_actions/transfer.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import { hashPassword } from "#db/auth-store/hash-password.ts";
import { findInvitation } from "#db/auth-store/invitation.ts";
import { listWorkspacesOf } from "#db/auth-store/list-workspaces-of.ts";
import { createInvitation } from "#db/queries/team/create-invitation.ts";
import { GUEST, type Tenants } from "#db/queries/testing/fill-tenants.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { workspaceDigest } from "#db/queries/testing/workspace-digest.ts";
import { users } from "#db/schema/users.ts";

const request = vi.hoisted(() => ({ jar: new Map<string, string>(), db: undefined as unknown }));

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-forwarded-for": "192.0.2.7" }),
  cookies: async () => ({
    get: (name: string) => (request.jar.has(name) ? { name, value: request.jar.get(name) } : undefined),
    set: (name: string, value: string) => void request.jar.set(name, value),
  }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("#db/connection.ts", () => ({ currentDatabase: () => request.db }));

const SECRET = "s".repeat(32);
process.env.NEXTAUTH_SECRET = SECRET;
const NOT_FOUND = "NEXT_HTTP_ERROR_FALLBACK;404";
const PASSWORD = "slow-herons-cross-17-bridges";
const SARA = { name: "Sara", email: "sara@example.org", password: PASSWORD };
const shown = <Values>(values: Values) => ({ values, errors: {} });

async function browseAs(db: Tenants["db"], userId: number | null): Promise<void> {
  request.db = db;
  request.jar.clear();
  if (userId === null) return;
  const sessionId = createSession(db, { userId, label: "test", now: Date.now() });
  request.jar.set(sessionCookie().name, await encode({ token: { sessionId }, secret: SECRET }));
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** What an action answers, or the digest by which Next answers that there is nothing or leads elsewhere. */
async function outcomeOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && "digest" in error) return String(error.digest);
    throw error;
  }
}

function invited(email: string | null = null) {
  const tenants = plantTenants();
  const input = { role: "editor" as const, campaigns: [] };
  return { ...tenants, token: createInvitation(tenants.owner, { email, input, now: Date.now() }) };
}

describe("joining as somebody new", () => {
  const send = (token: string, fields: Readonly<Record<string, string>>) =>
    outcomeOf(() => joinNew(token, shown({ name: "", email: "", password: "" }), formOf(fields)));

  test("makes the account, signs it in and leads to the workspace", async () => {
    const { db, token } = invited();
    await browseAs(db, null);
    expect(await send(token, SARA)).toMatch(/^NEXT_REDIRECT;.*;\/w\/w1;/);
    expect(request.jar.has(sessionCookie().name)).toBe(true);
    const sara = db.select().from(users).all().at(-1);
    expect(sara).toMatchObject({ email: SARA.email, name: "Sara" });
    expect(listWorkspacesOf(db, sara?.id ?? 0)).toEqual([{ slug: "w1", name: "w1", role: "editor" }]);
  });

  test("says what is wrong beside its field, makes nothing, and gives no password back", async () => {
    const { db, token } = invited(SARA.email);
    await browseAs(db, null);
    for (const [wrong, field] of [
      [{ email: "sara" }, "email"],
      [{ email: "eve@example.org" }, "email"],
      [{ password: "short" }, "password"],
      [{ name: "x".repeat(81) }, "name"],
    ] as const) {
      const answer = (await send(token, { ...SARA, ...wrong })) as Awaited<ReturnType<typeof joinNew>>;
      expect(Object.keys(answer.errors), field).toEqual([field]);
      expect(answer.values.password).toBe("");
    }
    expect(findInvitation(db, token, Date.now())).not.toBeNull();
    expect(request.jar.size).toBe(0);
  });

  test("asks who has an account to sign in, and answers a link that is over by its page", async () => {
    const { db, token } = invited();
    await browseAs(db, null);
    const taken = await send(token, { ...SARA, email: "w2@example.org" });
    expect(taken).toMatchObject({ errors: { email: expect.stringMatching(/sign in/i) } });
    expect(await send(`${token}x`, SARA)).toMatch(/^NEXT_REDIRECT;.*;\/join\//);
  });
});

describe("joining with an account", () => {
  test("takes in who is signed in, once, and asks others to sign in", async () => {
    const { db, token, bare } = invited();
    await browseAs(db, null);
    expect(await outcomeOf(() => join(token, null))).toMatch(/^NEXT_REDIRECT;.*;\/sign-in\?next=%2Fjoin%2F/);
    await browseAs(db, bare.userId);
    expect(await outcomeOf(() => join(token, null))).toMatch(/^NEXT_REDIRECT;.*;\/w\/w1;/);
    expect(await outcomeOf(() => join(token, null))).toMatch(/^NEXT_REDIRECT;.*;\/join\//);
    expect(listWorkspacesOf(db, bare.userId ?? 0).map(({ slug }) => slug)).toEqual(["w1", "w2"]);
  });

  test("tells a member that they are one, and sends who is not meant back to the page", async () => {
    const { db, token, owner } = invited();
    await browseAs(db, owner.userId);
    expect(await outcomeOf(() => join(token, null))).toMatch(/already/);
    const named = invited(SARA.email);
    await browseAs(named.db, named.bare.userId);
    expect(await outcomeOf(() => join(named.token, null))).toMatch(/^NEXT_REDIRECT;.*;\/join\//);
    expect(listWorkspacesOf(named.db, named.bare.userId ?? 0)).toHaveLength(1);
  });
});

describe("handing a workspace over", () => {
  const send = (password: string) =>
    outcomeOf(() => transfer("w1", GUEST, shown({ password: "" }), formOf({ password })));

  test("needs the owner's own password, and is nobody else's to do", async () => {
    const { db, namesake } = plantTenants();
    const passwordHash = await hashPassword(PASSWORD);
    const before = workspaceDigest(db, 1);
    const others = (["editor", "viewer", "client"] as const).map((role) =>
      plantMember(db, { workspaceId: 1, role, passwordHash }),
    );
    const members = workspaceDigest(db, 1);
    for (const userId of [...others, namesake.userId]) {
      await browseAs(db, userId);
      expect(await send(PASSWORD)).toBe(NOT_FOUND);
    }
    const email = "second@example.org";
    const owner = plantMember(db, { workspaceId: 1, role: "owner", email, passwordHash });
    await browseAs(db, owner);
    expect(await send("wrong")).toMatchObject({ errors: { password: expect.any(String) } });
    expect(await send("")).toMatchObject({ errors: { password: expect.any(String) } });
    expect(listWorkspacesOf(db, owner)).toMatchObject([{ role: "owner" }]);
    expect(await send(PASSWORD)).toMatch(/^NEXT_REDIRECT;.*;\/w\/w1;/);
    expect(listWorkspacesOf(db, owner)).toMatchObject([{ role: "editor" }]);
    expect(listWorkspacesOf(db, GUEST)).toContainEqual({ slug: "w1", name: "w1", role: "owner" });
    expect(members).not.toBe(before);
  });
});

test("whoever leaves is a stranger, and the last owner is told why they cannot", async () => {
  const { db, owner } = plantTenants();
  const viewer = plantMember(db, { workspaceId: 1, role: "viewer" });
  await browseAs(db, owner.userId);
  expect(await outcomeOf(() => leave("w1", null))).toMatch(/owner/);
  expect(await outcomeOf(() => leave("w3", null))).toBe(NOT_FOUND);
  await browseAs(db, viewer);
  expect(await outcomeOf(() => leave("w1", null))).toMatch(/^NEXT_REDIRECT;.*;\/account;/);
  expect(await outcomeOf(() => leave("w1", null))).toBe(NOT_FOUND);
  expect(listWorkspacesOf(db, viewer)).toEqual([]);
});

test("workspaces are made by owners, with a name and a zone that there is", async () => {
  const { db, owner } = plantTenants();
  const send = (fields: Readonly<Record<string, string>>) =>
    outcomeOf(() => addWorkspace(shown({ name: "", zone: "" }), formOf(fields)));
  await browseAs(db, plantMember(db, { workspaceId: 1, role: "editor" }));
  expect(await send({ name: "New", zone: "UTC" })).toBe(NOT_FOUND);
  await browseAs(db, owner.userId);
  expect(await send({ name: " ", zone: "UTC" })).toMatchObject({ errors: { name: expect.any(String) } });
  expect(await send({ name: "New", zone: "Mars" })).toMatchObject({ errors: { zone: expect.any(String) } });
  expect(await send({ name: "New one", zone: "Asia/Amman" })).toMatch(/^NEXT_REDIRECT;.*;\/w\/new-one;/);
  expect(listWorkspacesOf(db, owner.userId ?? 0).map(({ name }) => name)).toEqual(["New one", "w1"]);
});
