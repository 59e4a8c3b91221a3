import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { afterAll, describe, expect, test, vi } from "vitest";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { OWN, STRANGERS, TOKENS } from "#app/_server/testing/own-actions.ts";
import { OPERATIONS, WRITERS } from "#app/_server/testing/writers.ts";
import { saveCollection } from "#app/w/[workspace]/campaigns/[campaign]/collect/_actions/save-collection.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import type { Tenants } from "#db/queries/testing/fill-tenants.ts";
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
const folder = mkdtempSync(join(tmpdir(), "intishar-actions-"));
afterAll(() => rmSync(folder, { recursive: true }));
Object.assign(process.env, {
  NEXTAUTH_URL: "http://go.example",
  DATABASE_PATH: join(folder, "test.db"),
  NEXTAUTH_SECRET: SECRET,
});

async function browseAs(tenants: Tenants, userId: number | null): Promise<void> {
  request.db = tenants.db;
  request.jar.clear();
  if (userId === null) return;
  const sessionId = createSession(tenants.db, { userId, label: "test", now: Date.now() });
  request.jar.set(sessionCookie().name, await encode({ token: { sessionId }, secret: SECRET }));
}

/** "answered", or the digest of what Next makes an answer of; throws what it would answer 500 to. */
async function outcomeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "answered";
  } catch (error) {
    if (error instanceof Error && "digest" in error) return String(error.digest);
    throw error;
  }
}

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

function formOf(...fields: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

/** What the framework hands over as a reference. */
const opaque = new Proxy(
  Object.assign(() => undefined),
  {
    get: () => {
      throw new Error("cannot be read here");
    },
    getPrototypeOf: () => {
      throw new Error("cannot be read here");
    },
  },
);

const WRITTEN = {
  targetUrl: "",
  origins: "",
  goalFrom: "page",
  cardTitle: "",
  cardText: "",
  cardImage: "",
} as const;
const FILE = new Blob(["x"]);
const NAMES = [
  "note",
  "segment",
  "key",
  "link",
  "way",
  "report",
  "name",
  "password",
  "session",
  "at",
  "zone",
];
const STRANGE: readonly unknown[] = [
  ...[
    null,
    undefined,
    true,
    0,
    -1,
    1.5,
    Number.NaN,
    Number.MAX_VALUE,
    10n ** 30n,
    "",
    "w1",
    "../x",
    "\ud800",
  ],
  ...[
    "\0",
    "a".repeat(1_000_000),
    "/\r\nSet-Cookie: a=b",
    [],
    {},
    deep(10_000),
    opaque,
    new Date(Number.NaN),
  ],
  ...[new Map(), new Set(), FILE, Promise.resolve(1), { workspace: "w1" }, { toString: null }],
  { workspace: "w1", campaign: "1", importId: {}, step: "__proto__" },
  { workspace: "w1", campaign: "1", importId: 2 ** 40, step: "undo" },
  { workspace: "w1", campaignId: 1, reportId: 2 ** 60 },
];
const FORMS = [
  formOf(),
  formOf(...NAMES.map((name): [string, Blob] => [name, FILE])),
  formOf(...NAMES.map((name): [string, string] => [name, "\ud800\0'\"; DROP TABLE x"])),
  formOf(...NAMES.map((name): [string, string] => [name, "9".repeat(400)])),
];
const sound = (place: number) => ["w1", 1, "/", { values: {}, errors: {} }][place % 4];

/** Lists of arguments: none, one strange thing everywhere, one among sound ones, forms in every place. */
function* argumentLists(): Generator<unknown[]> {
  yield [];
  for (const strange of STRANGE) {
    yield [strange];
    yield Array.from({ length: 5 }, () => strange);
    for (let place = 0; place < 4; place++)
      yield [0, 1, 2, 3].map((at) => (at === place ? strange : at === 3 ? FORMS[0] : sound(at)));
  }
  for (const form of FORMS) {
    for (let before = 0; before < 5; before++)
      yield [...Array.from({ length: before }, (_, at) => sound(at)), form];
    yield ["w1", 1, null, form];
    yield ["w1", "revoke", "/", form];
    yield [{ workspace: "w1", campaign: "1", importId: 999_999, step: "start" }, null, form];
    yield [{ workspace: "w1", campaignId: 1, reportId: 999_999 }, null, form];
  }
}

type Called = { readonly name: string; readonly call: (...sent: unknown[]) => Promise<unknown> };

const ACTIONS: readonly Called[] = [
  ...new Set([...OWN, ...[...WRITERS, ...OPERATIONS, ...TOKENS, ...STRANGERS].map(({ write }) => write)]),
].flatMap((write) =>
  typeof write === "function" && write.name !== "POST"
    ? [{ name: write.name, call: async (...sent: unknown[]) => Reflect.apply(write, null, sent) }]
    : [],
);

describe.each(ACTIONS)("$name", ({ call }) => {
  test("answers whatever it is sent by anybody, and changes nothing of a workspace for nobody", async () => {
    const tenants = plantTenants();
    const before = workspaceDigest(tenants.db, 1);
    for (const userId of [null, tenants.owner.userId ?? 0]) {
      let answered = 0;
      for (const sent of argumentLists()) {
        await browseAs(tenants, userId);
        expect(await outcomeOf(() => call(...sent))).toMatch(/^(answered|NEXT_)/);
        answered += 1;
      }
      expect(answered).toBeGreaterThan(150);
      if (userId === null) expect(workspaceDigest(tenants.db, 1)).toBe(before);
    }
  });
});

test("every action is made by the one wrapper that looks at what it is sent", () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  const actions = files.flatMap((file) => {
    if (!/\.tsx?$/.test(file)) return [];
    const text = readFileSync(join(import.meta.dirname, file), "utf8");
    return /^"use server";/.test(text) ? [{ file, text }] : [];
  });
  expect(actions.length).toBeGreaterThan(20);
  const unchecked = actions.filter(({ text }) => /^export (?!const \w+ = action\(|type )/m.test(text));
  expect(unchecked.map(({ file }) => file)).toEqual([]);
});

test("a campaign leads to a page, and never to a short link of this server", async () => {
  const tenants = plantTenants();
  await browseAs(tenants, tenants.owner.userId ?? 0);
  const before = { values: WRITTEN, errors: {} };
  const save = (targetUrl: string) =>
    saveCollection("w1", 1, before, formOf(...Object.entries({ ...WRITTEN, targetUrl })));
  expect((await save("http://go.example/s/abcd1234")).errors.targetUrl).toMatch(/itself/);
  expect((await save("http://go.example/shop")).errors).toEqual({});
});
