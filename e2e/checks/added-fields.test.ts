import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { afterAll, expect, test, vi } from "vitest";
import { inspectorHolder } from "#app/_server/inspector-holder.ts";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { WRITERS } from "#app/_server/testing/writers.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import { inspectFile } from "#db/import/inspect-file.ts";
import { GUEST } from "#db/queries/testing/fill-tenants.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { workspaceDigest } from "#db/queries/testing/workspace-digest.ts";

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

const SECRET = "s".repeat(32);
const folder = mkdtempSync(join(tmpdir(), "intishar-fields-"));
afterAll(() => rmSync(folder, { recursive: true }));
Object.assign(process.env, { DATABASE_PATH: join(folder, "test.db"), NEXTAUTH_SECRET: SECRET });
inspectorHolder.inspect = async (path) => ({ inspection: await inspectFile(path) });

/** A number and a word that nothing else in the database is. */
const NUMBER = "424242";
const WORD = "added-by-hand";

/** What a form might bring beside its own fields, as columns and as properties are called. */
const ADDED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["id", "workspaceId", "workspace_id", "campaignId", "campaign_id", "userId", "user_id", "createdAt"].map(
      (name) => [name, NUMBER],
    ),
  ),
  ...Object.fromEntries(
    ["created_at", "createdBy", "archivedAt", "archived_at", "revokedAt", "passwordHash", "tokenHash"].map(
      (name) => [name, NUMBER],
    ),
  ),
  ...Object.fromEntries(
    ["role", "slug", "plan", "stem", "publicKey", "signingKey"].map((name) => [name, WORD]),
  ),
  ...{ __proto__: WORD, "constructor.prototype.role": WORD, "scope[permissions]": WORD },
};

test.each(WRITERS)("$write.name takes no field that its form does not have", async ({ sound, send }) => {
  const { db, owner } = plantTenants();
  request.db = db;
  request.jar.clear();
  const sessionId = createSession(db, { userId: owner.userId ?? 0, label: "test", now: Date.now() });
  request.jar.set(sessionCookie().name, await encode({ token: { sessionId }, secret: SECRET }));
  const others = () => [2, 3].map((id) => workspaceDigest(db, id));
  // The guest's membership is what the forms of a team are about.
  const people = () =>
    db.$client.prepare("SELECT * FROM memberships AS m, users WHERE m.user_id <> ?").all(GUEST);
  const before = { others: others(), people: people(), own: workspaceDigest(db, 1) };
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...ADDED, ...sound })) form.set(name, value);
  await send(form, "w1").catch((fault: unknown) => {
    if (!(fault instanceof Error && "digest" in fault && /^NEXT_REDIRECT/.test(String(fault.digest))))
      throw fault;
  });
  // It did what its form is for, and no more.
  expect(workspaceDigest(db, 1)).not.toBe(before.own);
  expect([others(), people()]).toEqual([before.others, before.people]);
  const tables = db.$client
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  expect(tables.length).toBeGreaterThan(20);
  for (const table of tables)
    for (const row of db.$client.prepare(`SELECT * FROM ${table}`).all())
      expect(JSON.stringify(row), table).not.toMatch(new RegExp(`${NUMBER}|${WORD}`));
});
