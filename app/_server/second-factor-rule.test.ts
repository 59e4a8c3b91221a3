import { encode } from "next-auth/jwt";
import { expect, test, vi } from "vitest";
import { answerHere } from "#app/_answers/testing/answer-here.ts";
import { currentScope } from "#app/_server/current-scope.ts";
import { isStillAllowed } from "#app/_server/is-still-allowed.ts";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { GET as campaigns } from "#app/api/w/[workspace]/campaigns/route.ts";
import { addNote } from "#app/w/_server/add-note.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import { GRACE_MS, secondFactorDue } from "#db/auth-store/second-factor-due.ts";
import { turnOnTotp } from "#db/auth-store/testing/turn-on-totp.ts";
import { openDatabase } from "#db/open-database.ts";
import { readSecondFactorRule } from "#db/queries/members/read-second-factor-rule.ts";
import { setSecondFactorRule } from "#db/queries/members/set-second-factor-rule.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { openMemberScope } from "#db/scope.ts";
import { TEST_VAULT } from "#db/vault/testing/test-vault.ts";
import { NotFoundError, SecondFactorNeededError } from "#lib/access/errors.ts";

const request = vi.hoisted(() => ({ jar: new Map<string, string>(), db: undefined as unknown }));

vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (request.jar.has(name) ? { name, value: request.jar.get(name) } : undefined),
  }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("#db/connection.ts", () => ({ currentDatabase: () => request.db }));

const SECRET = "s".repeat(32);
process.env.NEXTAUTH_SECRET = SECRET;
const MISSING = "NEXT_HTTP_ERROR_FALLBACK;404";
const LED = /^NEXT_REDIRECT;.*\/account\/security\?for=w1;/;

/** A workspace that has required a second factor for so long; a member of it without one. */
function plant(requiredFor: number) {
  const tenants = plantTenants();
  const db = openDatabase(tenants.db.$client.name, { vault: TEST_VAULT });
  answerHere(db);
  const viewer = plantMember(db, { workspaceId: 1, role: "viewer" });
  const boss = plantMember(db, { workspaceId: 1, role: "owner" });
  const scope = openMemberScope(db, boss, "w1", "workspace.manage");
  setSecondFactorRule(scope, { isRequired: true, now: Date.now() - requiredFor });
  return { db, viewer, scope, stranger: tenants.bare.userId ?? 0 };
}

async function browseAs(db: ReturnType<typeof plant>["db"], userId: number): Promise<string> {
  const sessionId = createSession(db, { userId, label: "test", now: Date.now() });
  request.db = db;
  request.jar.set(sessionCookie().name, await encode({ token: { sessionId }, secret: SECRET }));
  return sessionId;
}

/** What pages, a route for scripts and an action of a workspace say to whoever is signed in. */
async function outcomes(workspace = "w1"): Promise<string[]> {
  const works: (() => Promise<unknown>)[] = [
    () => currentScope(workspace, "campaigns.read"),
    () =>
      campaigns(new Request(`http://intishar.test/api/w/${workspace}/campaigns?ids=1`), {
        params: Promise.resolve({ workspace }),
      }),
    () => addNote(workspace, 1, { values: { at: "", text: "", kind: "" }, errors: {} }, new FormData()),
  ];
  return Promise.all(
    works.map(async (work) => {
      try {
        await work();
        return "answered";
      } catch (error) {
        if (error instanceof Error && "digest" in error) return String(error.digest);
        throw error;
      }
    }),
  );
}

test("for seven days a member goes on without, and is told until when", async () => {
  const { db, viewer } = plant(GRACE_MS - 60_000);
  const due = secondFactorDue(db, { workspaceId: 1, userId: viewer }) ?? 0;
  expect(due - Date.now()).toBeGreaterThan(0);
  expect(due - Date.now()).toBeLessThanOrEqual(60_000);
  await browseAs(db, viewer);
  expect((await outcomes()).slice(0, 2)).toEqual(["answered", "answered"]);
  expect(secondFactorDue(db, { workspaceId: 9, userId: viewer })).toBeNull();
});

test("after that they are led to set it up before anything opens, until they have", async () => {
  const { db, viewer } = plant(GRACE_MS);
  const editor = plantMember(db, { workspaceId: 1, role: "editor" });
  const sessionId = await browseAs(db, editor);
  for (const outcome of await outcomes()) expect(outcome).toMatch(LED);
  expect(() => openMemberScope(db, editor, "w1", "campaigns.read")).toThrow(SecondFactorNeededError);
  turnOnTotp(db, editor, Date.now());
  expect(secondFactorDue(db, { workspaceId: 1, userId: editor })).toBeNull();
  expect(await outcomes()).toEqual(["answered", "answered", "answered"]);
  const scope = openMemberScope(db, editor, "w1", "campaigns.read");
  expect(isStillAllowed(db, sessionId, scope, "campaigns.read")).toBe(true);
  db.$client.exec("DELETE FROM totp_secrets");
  expect(isStillAllowed(db, sessionId, scope, "campaigns.read")).toBe(false);
  expect(secondFactorDue(db, { workspaceId: 1, userId: viewer })).not.toBeNull();
});

test("who lacks the permission, and a stranger, learn nothing of it", async () => {
  const { db, viewer, stranger } = plant(GRACE_MS);
  const refused = (userId: number, permission: "campaigns.write" | "campaigns.read", workspace = "w1") => {
    try {
      openMemberScope(db, userId, workspace, permission);
      return "opened";
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      return error instanceof SecondFactorNeededError ? "needed" : "not found";
    }
  };
  expect(refused(viewer, "campaigns.read")).toBe("needed");
  expect(refused(viewer, "campaigns.write")).toBe("not found");
  expect(refused(stranger, "campaigns.read")).toBe("not found");
  expect(refused(viewer, "campaigns.read", "w9")).toBe("not found");
  await browseAs(db, stranger);
  expect(await outcomes()).toEqual([MISSING, MISSING, MISSING]);
});

test("owners see who goes without, and can end it; requiring it again does not begin it anew", () => {
  const { db, scope, viewer } = plant(1000);
  const { required, without } = readSecondFactorRule(scope);
  expect(required?.until).toBe((required?.since ?? 0) + GRACE_MS);
  expect(without).toContain("viewer@w1.example");
  setSecondFactorRule(scope, { isRequired: true, now: Date.now() + 5000 });
  expect(readSecondFactorRule(scope).required).toEqual(required);
  turnOnTotp(db, viewer, Date.now());
  expect(readSecondFactorRule(scope).without).not.toContain("viewer@w1.example");
  setSecondFactorRule(scope, { isRequired: false, now: Date.now() });
  expect(readSecondFactorRule(scope).required).toBeNull();
});
