import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { afterAll, describe, expect, test, vi } from "vitest";
import { inspectorHolder } from "#app/_server/inspector-holder.ts";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { signOut } from "#app/_server/sign-out.ts";
import {
  OWN,
  SIGN_IN,
  STRANGERS,
  TEAM_ACTIONS,
  TOKENS,
  UPLOAD_ACTIONS,
} from "#app/_server/testing/own-actions.ts";
import { OPERATIONS, WRITERS } from "#app/_server/testing/writers.ts";
import { deleteSegment } from "#app/w/_server/delete-segment.ts";
import { mergeNames } from "#app/w/_server/merge-names.ts";
import { addCampaign } from "#app/w/[workspace]/campaigns/new/add-campaign.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import { findSession } from "#db/auth-store/find-session.ts";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { inspectFile } from "#db/import/inspect-file.ts";
import { noteLostEvents, readLostEvents } from "#db/intake/lost-events.ts";
import { saveSegment as keepSegment } from "#db/queries/segments/save-segment.ts";
import type { Tenants } from "#db/queries/testing/fill-tenants.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { workspaceDigest } from "#db/queries/testing/workspace-digest.ts";
import { openMemberScope } from "#db/scope.ts";
import { ROLES } from "#lib/access/permission.ts";

const request = vi.hoisted(() => ({ jar: new Map<string, string>(), db: undefined as unknown }));

vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (request.jar.has(name) ? { name, value: request.jar.get(name) } : undefined),
    set: (name: string, value: string) => void request.jar.set(name, value),
  }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("#db/connection.ts", () => ({ currentDatabase: () => request.db }));

const W = "w1";
const SECRET = "s".repeat(32);
const folder = mkdtempSync(join(tmpdir(), "intishar-roles-"));
afterAll(() => rmSync(folder, { recursive: true }));
// Uploads go beside the database.
Object.assign(process.env, { DATABASE_PATH: join(folder, "test.db"), NEXTAUTH_SECRET: SECRET });

// The server's own looks at uploads in a thread.
inspectorHolder.inspect = async (path) => ({ inspection: await inspectFile(path) });

const NOT_FOUND = "NEXT_HTTP_ERROR_FALLBACK;404";

function signInAs(db: Tenants["db"], userId: number): string {
  return createSession(db, { userId, label: "test", now: Date.now() });
}

/** From now on requests come from the browser of this session; null: from one where nobody is signed in. */
async function browseAs(db: Tenants["db"], sessionId: string | null): Promise<void> {
  request.db = db;
  request.jar.clear();
  if (sessionId === null) return;
  request.jar.set(sessionCookie().name, await encode({ token: { sessionId }, secret: SECRET }));
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** What Next makes the answer of: the digest of what was thrown, or "answered". */
async function outcomeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    const answer = await work();
    return answer instanceof Response && answer.status === 404 ? NOT_FOUND : "answered";
  } catch (error) {
    if (error instanceof Error && "digest" in error) return String(error.digest);
    throw error;
  }
}

test("every server action, and every route that takes more than questions, stands in a table", async () => {
  const app = import.meta.dirname;
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes(".test.") && !file.includes("testing/"),
  );
  const found = new Map<unknown, string>();
  const inside: string[] = [];
  for (const file of files) {
    const text = readFileSync(join(app, file), "utf8");
    const isActions = /^"use server";/.test(text);
    // An action within another function has no name that a table could hold.
    if (!isActions && /["']use server["']/.test(text)) inside.push(file);
    if (!isActions && !/(^|\/)route\.tsx?$/.test(file)) continue;
    const exported: Record<string, unknown> = await import(join(app, file));
    for (const [name, value] of Object.entries(exported))
      if (typeof value === "function" && (isActions || !["GET", "HEAD", "OPTIONS"].includes(name)))
        found.set(value, `${file}: ${name}`);
  }
  const listed = new Set<unknown>([
    SIGN_IN,
    ...OWN,
    ...TEAM_ACTIONS,
    ...UPLOAD_ACTIONS,
    ...[...WRITERS, ...OPERATIONS, ...TOKENS, ...STRANGERS].map(({ write }) => write),
  ]);
  expect(inside).toEqual([]);
  expect([...found].filter(([write]) => !listed.has(write)).map(([, name]) => name)).toEqual([]);
  expect([...listed].filter((write) => !found.has(write))).toEqual([]);
});

/** What needs nothing but a workspace. */
const OF_A_WORKSPACE: readonly unknown[] = [addCampaign, mergeNames];

describe.each(WRITERS)("$write.name with $sound", ({ write, may, sound, send }) => {
  // A form that is wrong in every field must not tell more than one that is sound.
  const forms = [sound, {}];

  test("is refused to whoever may not, as to a stranger, and where there is nothing to change", async () => {
    const { db, namesake, bare } = plantTenants();
    const lesser = ROLES.filter((role) => !may.includes(role)).map((role) =>
      plantMember(db, { workspaceId: 1, role }),
    );
    const before = workspaceDigest(db, 1);
    for (const userId of [namesake.userId ?? 0, ...lesser]) {
      await browseAs(db, signInAs(db, userId));
      for (const form of forms) expect(await outcomeOf(() => send(formOf(form), W))).toBe(NOT_FOUND);
    }
    await browseAs(db, null);
    for (const form of forms)
      expect(await outcomeOf(() => send(formOf(form), W))).toMatch(/^NEXT_REDIRECT;.*\/sign-in\?/);
    expect(workspaceDigest(db, 1)).toBe(before);
    await browseAs(db, signInAs(db, bare.userId ?? 0));
    const empty = await outcomeOf(() => send(formOf(sound), bare.workspaceSlug));
    expect(empty === NOT_FOUND).toBe(!OF_A_WORKSPACE.includes(write));
  });

  test.each(may)("works for an account that is %s", async (role) => {
    const { db } = plantTenants();
    await browseAs(db, signInAs(db, plantMember(db, { workspaceId: 1, role })));
    const before = workspaceDigest(db, 1);
    expect(await outcomeOf(() => send(formOf(sound), W))).not.toBe(NOT_FOUND);
    expect(workspaceDigest(db, 1)).not.toBe(before);
  });
});

test.each(OPERATIONS)(
  "$write.name is for the owners of a workspace alone",
  async ({ write, may, sound, send }) => {
    const { db } = plantTenants();
    noteLostEvents(db, { mark: 7, now: 5 });
    const lesser = ROLES.filter((role) => !may.includes(role));
    for (const role of lesser) {
      await browseAs(db, signInAs(db, plantMember(db, { workspaceId: 1, role })));
      for (const form of [sound, {}]) expect(await outcomeOf(() => send(formOf(form), W))).toBe(NOT_FOUND);
    }
    await browseAs(db, null);
    expect(await outcomeOf(() => send(formOf(sound), W))).toMatch(/^NEXT_REDIRECT;.*\/sign-in\?/);
    const plans = "SELECT every_hours, requested_at FROM backup_plan";
    expect([lesser.length, db.$client.prepare(plans).all()]).toEqual([3, []]);
    expect(readLostEvents(db)).toEqual({ events: 7, noticedAt: 5 });
    await browseAs(db, signInAs(db, plantMember(db, { workspaceId: 1, role: "owner" })));
    expect(await outcomeOf(() => send(formOf(sound), W))).toBe("answered");
    const plan: Readonly<Record<string, object>> = {
      backUpNow: { every_hours: 0, requested_at: expect.any(Number) },
      saveBackupPlan: { every_hours: 6, requested_at: null },
    };
    expect(db.$client.prepare(plans).get()).toEqual(plan[write.name]);
    expect(readLostEvents(db) === null).toBe(write.name === "confirmLost");
  },
);

test("a viewer forgets saved filters of their own, and nobody else's", async () => {
  const { db } = plantTenants();
  const viewer = plantMember(db, { workspaceId: 1, role: "viewer" });
  const editor = plantMember(db, { workspaceId: 1, role: "editor" });
  const keep = (userId: number) =>
    keepSegment(openMemberScope(db, userId, W, "campaigns.read"), {
      campaignId: 1,
      input: { name: "own", query: "where=channel:x", shared: false },
      now: 1,
    });
  const [own, others] = [keep(viewer), keep(editor)];
  await browseAs(db, signInAs(db, viewer));
  const forget = (id: number) => outcomeOf(() => deleteSegment(W, 1, formOf({ segment: String(id) })));
  expect(await forget(others)).toBe(NOT_FOUND);
  expect(await forget(own)).toBe("answered");
  expect(await forget(own)).toBe(NOT_FOUND);
});

test.each(OWN.map((write) => ({ write })))(
  "$write.name is anybody's for themselves alone",
  async ({ write }) => {
    const { db, owner } = plantTenants();
    const others = signInAs(db, owner.userId ?? 0);
    const viewer = signInAs(db, plantMember(db, { workspaceId: 1, role: "viewer" }));
    const planted = workspaceDigest(db, 1);
    await browseAs(db, viewer);
    const form = formOf({ session: hashToken(others), locale: "ar", theme: "dark" });
    expect(await outcomeOf(() => write(form))).not.toBe(NOT_FOUND);
    expect(findSession(db, others, Date.now())).not.toBeNull();
    expect(findSession(db, viewer, Date.now()) === null).toBe(write === signOut);
    expect(workspaceDigest(db, 1)).toBe(planted);
  },
);

test.each(STRANGERS)("$write.name is anybody's, and changes nothing of a workspace", async ({ call }) => {
  const { db } = plantTenants();
  await browseAs(db, null);
  const before = workspaceDigest(db, 1);
  expect(await outcomeOf(call)).toBe("answered");
  expect(workspaceDigest(db, 1)).toBe(before);
});

test.each(TOKENS)("$write.name gives nothing for being signed in", async ({ call }) => {
  const { db, owner } = plantTenants();
  await browseAs(db, signInAs(db, owner.userId ?? 0));
  const before = workspaceDigest(db, 1);
  expect(await outcomeOf(call)).toBe(NOT_FOUND);
  expect(workspaceDigest(db, 1)).toBe(before);
});
