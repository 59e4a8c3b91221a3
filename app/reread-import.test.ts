import { encode } from "next-auth/jwt";
import { afterAll, expect, it, vi } from "vitest";
import { inspectorHolder } from "#app/_server/inspector-holder.ts";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { rereadImport } from "#app/w/[workspace]/campaigns/[campaign]/import/_actions/reread-import.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import { findImport } from "#db/import/find-import.ts";
import { inspectFile } from "#db/import/inspect-file.ts";
import { setImport } from "#db/import/set-import.ts";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { openOperatorScope } from "#db/scope.ts";
import type { Role } from "#lib/access/permission.ts";

const request = vi.hoisted(() => ({ jar: new Map<string, string>(), db: undefined as unknown }));

vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (request.jar.has(name) ? { name, value: request.jar.get(name) } : undefined),
    set: () => undefined,
  }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("#db/connection.ts", () => ({ currentDatabase: () => request.db }));

const SECRET = "s".repeat(32);
process.env.NEXTAUTH_SECRET = SECRET;
inspectorHolder.inspect = async (path, shape) => ({ inspection: await inspectFile(path, shape) });

const files = new ImportFixture();
afterAll(() => files.close());

const LOG = "share_id;parent_id;time;who\ns1;;2024-01-01T00:00:00Z;\u0644\u064a\u0644\u0649\n";
const FORM = {
  ...{ "column.person": "who", "column.code": "gone", "shape.delimiter": "semicolon" },
  ...{ zone: "Africa/Cairo", policy: "all-or-nothing", dateOrder: "day-first" },
};

/** Sends the form about an upload that was taken for a table with commas, and checked. */
async function reread(role: Role, fields: Readonly<Record<string, string>>, storedPath: string | null) {
  const { db } = plantTenants();
  const scope = openOperatorScope(db, "w1");
  setImport(scope, 1, ["uploaded"], { status: "checked", storedPath, report: null });
  const userId = plantMember(db, { workspaceId: 1, role });
  const sessionId = createSession(db, { userId, label: "test", now: Date.now() });
  request.db = db;
  request.jar.set(sessionCookie().name, await encode({ token: { sessionId }, secret: SECRET }));
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const answer = await rereadImport({ workspace: "w1", campaign: "1", importId: 1 }, null, form).catch(
    (error: unknown) => (error instanceof Error && "digest" in error ? String(error.digest) : error),
  );
  return { answer, stored: findImport(scope, 1) };
}

it("reads an upload as chosen, keeps the columns that are still there and all other settings", async () => {
  const { answer, stored } = await reread("editor", FORM, files.write("log.csv", LOG));
  expect(answer).toMatch(/^NEXT_REDIRECT;.*import\/1\?columns=1/);
  expect(stored).toMatchObject({
    ...{ status: "uploaded", format: { kind: "csv", delimiter: ";" }, zone: "Africa/Cairo" },
    mapping: { person: "who", code: "share_id", via: "parent_id", occurredAt: "time" },
    ...{ policy: "all-or-nothing", reading: { choices: { dateOrder: "day-first" }, forms: null } },
  });
});

it("says why a file cannot be read as chosen, or is no longer there, and changes nothing", async () => {
  const book = { ...FORM, "shape.entry": "b.csv" };
  const path = files.write("bad.csv", Buffer.from("share_id\n"));
  const { answer, stored } = await reread("editor", book, path);
  expect(answer).toEqual({ fault: expect.objectContaining({ reason: "no-rows" }) });
  expect(stored).toMatchObject({ status: "checked", format: { delimiter: "," }, zone: "UTC" });
  expect((await reread("editor", FORM, null)).answer).toEqual({ failed: "imports.columns.gone" });
});

it("is not there for who may only look", async () => {
  const { answer, stored } = await reread("viewer", FORM, files.write("log.csv", LOG));
  expect(answer).toBe("NEXT_HTTP_ERROR_FALLBACK;404");
  expect(stored).toMatchObject({ status: "checked", format: { delimiter: "," } });
});
