import { existsSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { Children, type ComponentType, isValidElement, type ReactNode } from "react";
import { prerender } from "react-dom/static";
import { describe, expect, test, vi } from "vitest";
import { answerHere } from "#app/_answers/testing/answer-here.ts";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { TranslateProvider } from "#components/i18n/translate-provider.tsx";
import { createSession } from "#db/auth-store/create-session.ts";
import { endSession } from "#db/auth-store/end-session.ts";
import { noteLostEvents } from "#db/intake/lost-events.ts";
import { readAcknowledged } from "#db/intake/read-acknowledged.ts";
import { readCampaign } from "#db/queries/campaigns/read-campaign.ts";
import type { Tenants } from "#db/queries/testing/fill-tenants.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { workspaceDigest } from "#db/queries/testing/workspace-digest.ts";
import { openMemberScope } from "#db/scope.ts";
import { writeWaiting } from "#db/write-later.ts";
import { addressOf, POLICY } from "#e2e/isolation/route-policy.ts";
import { ROLE_PERMISSIONS, ROLES, type Role } from "#lib/access/permission.ts";
import { messagesOf } from "#lib/i18n/messages-of.ts";
import { noteProbes, sized } from "#lib/testing/sized.ts";

const request = vi.hoisted(() => ({ jar: new Map<string, string>(), db: undefined as unknown }));

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-intishar-notices": "backup-overdue" }),
  cookies: async () => ({
    get: (name: string) => (request.jar.has(name) ? { name, value: request.jar.get(name) } : undefined),
  }),
}));
vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
  usePathname: () => "/w/w1",
  useSearchParams: () => new URLSearchParams(),
}));
vi.mock("#db/connection.ts", () => ({ currentDatabase: () => request.db }));

const APP = new URL("../../app", import.meta.url).pathname;
const SECRET = "s".repeat(32);
process.env.NEXTAUTH_SECRET = SECRET;
const NOT_FOUND = "NEXT_HTTP_ERROR_FALLBACK;404";

const inWorkspaces = Object.entries(POLICY).flatMap(([pattern, policy]) =>
  policy === "anybody" || policy === "token" || policy === "oneself" ? [] : [{ pattern, policy }],
);
const PAGES = inWorkspaces.filter(({ pattern }) => existsSync(join(APP, pattern, "page.tsx")));
/** The one that takes files and is asked nothing stands in app/roles.test.ts. */
const ROUTES = inWorkspaces.filter(
  ({ pattern }) => existsSync(join(APP, pattern, "route.ts")) && pattern !== "/api/w/[workspace]/imports",
);
const LAYOUTS = ["", "/campaigns/[campaign]", "/campaigns/[campaign]/collect"].map((path) => ({
  pattern: `/w/[workspace]${path}`,
  policy: "campaigns.read" as const,
}));

/** What Next hands to a page or a layout. */
interface PartProps {
  readonly params: Promise<Readonly<Record<string, string>>>;
  readonly searchParams?: Promise<object>;
  readonly children?: ReactNode;
}

async function browseAs(db: Tenants["db"], userId: number | null, isOver = false): Promise<void> {
  request.db = db;
  request.jar.clear();
  if (userId === null) return;
  const sessionId = createSession(db, { userId, label: "test", now: Date.now() });
  if (isOver) endSession(db, sessionId);
  request.jar.set(sessionCookie().name, await encode({ token: { sessionId }, secret: SECRET }));
}

/** What stands for the names of a pattern in the address of that workspace. */
function paramsOf(pattern: string, workspace: string): Readonly<Record<string, string>> {
  const names = pattern.split("/").filter((part) => part.startsWith("["));
  const values = addressOf(names.join("/"), workspace).split("/");
  return Object.fromEntries(names.map((name, at) => [name.slice(1, -1), values[at] ?? ""]));
}

async function html(node: ReactNode): Promise<string> {
  const faults: unknown[] = [];
  const { prelude } = await prerender(
    <TranslateProvider locale="en" messages={messagesOf("en")}>
      {node}
    </TranslateProvider>,
    { onError: (fault) => void faults.push(fault) },
  );
  const served = await new Response(prelude).text();
  // What fails while the rest of a page stands would otherwise be left to the browser.
  for (const fault of faults) throw fault;
  return served;
}

async function renderFile(
  kind: "page" | "layout",
  pattern: string,
  workspace: string,
  search: object = {},
): Promise<string> {
  const { default: Part }: { default: ComponentType<PartProps> } = await import(
    join(APP, pattern, `${kind}.tsx`)
  );
  const params = Promise.resolve(paramsOf(pattern, workspace));
  return html(
    <Part params={params} searchParams={Promise.resolve(search)}>
      within
    </Part>,
  );
}

async function askRoute(pattern: string, workspace: string, search = ""): Promise<string> {
  const { GET } = await import(join(APP, pattern, "route.ts"));
  const cut = new AbortController();
  const address = new Request(`http://intishar.test${addressOf(pattern, workspace)}${search}`, {
    signal: cut.signal,
  });
  const answer: Response = await GET(address, { params: Promise.resolve(paramsOf(pattern, workspace)) });
  if (answer.status === 404) throw Object.assign(new Error("not found"), { digest: NOT_FOUND });
  expect(answer.status).toBe(200);
  if (answer.headers.get("content-type") !== "text/event-stream") return answer.text();
  cut.abort();
  await answer.body?.cancel();
  return "a stream";
}

/** What was served, or the digest by which Next answers that there is nothing or leads elsewhere. */
async function outcomeOf(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && "digest" in error) return String(error.digest);
    throw error;
  }
}

describe.each<[string, typeof PAGES, (pattern: string, workspace: string) => Promise<string>]>([
  ["page", PAGES, (pattern, workspace) => renderFile("page", pattern, workspace)],
  ["layout", LAYOUTS, (pattern, workspace) => renderFile("layout", pattern, workspace)],
  ["route", ROUTES, askRoute],
])("each %s by itself", (_kind, list, serve) => {
  test.each(list.map(({ pattern, policy }) => [pattern, policy] as const))(
    "%s opens to %s, and is not there for anybody else",
    async (pattern, policy) => {
      const { db, namesake, bare } = plantTenants();
      answerHere(db);
      const ask = (workspace: string) => outcomeOf(() => serve(pattern, workspace));
      for (const role of ROLES) {
        await browseAs(db, plantMember(db, { workspaceId: 1, role }));
        const served = await ask("w1");
        const may = ROLE_PERMISSIONS[role].includes(policy);
        expect(served === NOT_FOUND, role).toBe(!may);
        expect(/^NEXT_/.test(served), role).toBe(!may);
      }
      // That members were here is written a little later.
      writeWaiting(db);
      const before = workspaceDigest(db, 1);
      for (const userId of [namesake.userId, bare.userId]) {
        await browseAs(db, userId);
        expect(await ask("w1")).toBe(NOT_FOUND);
        expect(await ask("w9")).toBe(NOT_FOUND);
      }
      await browseAs(db, namesake.userId);
      expect(await ask("w3")).not.toMatch(/^NEXT_|canary/);
      for (const [userId, isOver] of [
        [null, false],
        [bare.userId, true],
      ] as const) {
        await browseAs(db, userId, isOver);
        expect(await ask("w1")).toMatch(/^NEXT_REDIRECT;.*\/sign-in\?/);
      }
      expect(workspaceDigest(db, 1)).toBe(before);
    },
  );
});

/** A page within its layouts, as somebody sees it. */
async function renderWhole(pattern: string): Promise<string> {
  const { default: Page }: { default: ComponentType<PartProps> } = await import(
    join(APP, pattern, "page.tsx")
  );
  const params = Promise.resolve(paramsOf(pattern, "w1"));
  let node = <Page params={params} searchParams={Promise.resolve({})} />;
  for (const { pattern: of } of LAYOUTS.toReversed()) {
    if (!`${pattern}/`.startsWith(`${of}/`)) continue;
    const { default: Layout }: { default: ComponentType<PartProps> } = await import(
      join(APP, of, "layout.tsx")
    );
    node = <Layout params={params}>{node}</Layout>;
  }
  return html(node);
}

/** Where a page leads within its campaign, what its buttons say, and how many fields it has. */
function controlsOf(page: string): string[] {
  const found: string[] = [];
  const plain = page.replaceAll(/<script.*?<\/script>|<svg.*?<\/svg>/gs, "");
  for (const [, href = ""] of plain.matchAll(/<a [^>]*href="([^"]*)"/g))
    found.push(href.replace(/^\/w\/w1(\/campaigns\/1)?/, "") || "/");
  for (const [, inner = ""] of plain.matchAll(/<button[^>]*>(.*?)<\/button>/gs))
    found.push(inner.replaceAll(/<[^>]*>/g, "").trim() || "a picture");
  return [...found, `${plain.match(/<(input|select|textarea) /g)?.length ?? 0} fields`];
}

const OF_A_CAMPAIGN = ["/edit", "/reports", "Archive"];
const OF_COLLECTING = [...OF_A_CAMPAIGN, "/collect/set-up", "/collect/controls"];
/** What editors see of a page beside what viewers see: nothing that a viewer may not do is offered to them. */
const FOR_EDITORS: Readonly<Record<string, readonly string[]>> = {
  "": ["/campaigns/new"],
  "/definitions": [],
  "/tools": [],
  "/campaigns/[campaign]": [...OF_A_CAMPAIGN, "×", "Save note", "7 fields"],
  "/campaigns/[campaign]/audience": [...OF_A_CAMPAIGN, "/edit"],
  "/campaigns/[campaign]/channels": [...OF_A_CAMPAIGN, "Merge", "Undo", "Undo", "7 fields"],
  "/campaigns/[campaign]/collect": [...OF_COLLECTING, "/collect/new", "Pause", "5 fields"],
  "/campaigns/[campaign]/collect/quality": [...OF_COLLECTING, "Try them again"],
  "/campaigns/[campaign]/compare": [...OF_A_CAMPAIGN, "/edit#experiment"],
  "/campaigns/[campaign]/import": [...OF_A_CAMPAIGN, "4 fields", "Undo"],
  "/campaigns/[campaign]/import/[import]": [...OF_A_CAMPAIGN, "Discard the file"],
};
/** What one page has more of than another. */
function beyond(more: readonly string[], less: readonly string[]): string[] {
  const left = [...less];
  return more.filter((control) => {
    const at = left.indexOf(control);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** The one link below every page, the other in what they are told of. */
const FOR_OWNERS = ["/settings/team", "/settings/backups", "I know"];

const FOR_VIEWERS = PAGES.filter(({ policy }) => ROLE_PERMISSIONS.viewer.includes(policy));

test.each(FOR_VIEWERS.map(({ pattern }) => pattern))(
  "%s offers each role what it may do, and nothing else",
  async (pattern) => {
    const { db } = plantTenants();
    noteLostEvents(db, { mark: readAcknowledged(db) + 7, now: 5 });
    answerHere(db);
    const seenBy = async (role: Role) => {
      await browseAs(db, plantMember(db, { workspaceId: 1, role }));
      return controlsOf(await renderWhole(pattern));
    };
    const [owner, editor, viewer] = [await seenBy("owner"), await seenBy("editor"), await seenBy("viewer")];
    const expected = FOR_EDITORS[pattern.replace("/w/[workspace]", "")] ?? OF_A_CAMPAIGN;
    expect(beyond(editor, viewer).sort()).toEqual([...expected].sort());
    expect(beyond(owner, editor).sort()).toEqual([...FOR_OWNERS].sort());
    expect(beyond(editor, owner)).toEqual([]);
    expect(beyond(viewer, editor).filter((control) => !/fields$/.test(control))).toEqual([]);
  },
);

test("pages that show lags say that times are whole days, and do not once the file is taken back", async () => {
  const { db } = plantTenants();
  await browseAs(db, plantMember(db, { workspaceId: 1, role: "viewer" }));
  const pages = ["", "/viral-coefficient", "/compare"].map(
    (page) => `/w/[workspace]/campaigns/[campaign]${page}`,
  );
  const isTold = async (page: string) => (await renderWhole(page)).includes("data-whole-days");
  answerHere(db);
  for (const page of pages) expect(await isTold(page), page).toBe(true);
  db.$client.prepare("UPDATE imports SET status = 'undone' WHERE id = 2").run();
  for (const page of pages) expect(await isTold(page), page).toBe(false);
});

const TYPED = [
  "' OR 1=1 --",
  '" UNION SELECT token_hash FROM report_links --',
  "x'); DROP TABLE shares; --",
  "%_%' ESCAPE '\\",
  "\u0000\ud800%ff",
  "$.a[0]; ATTACH 'x' AS y",
];
/** What the addresses of pages and files say, and two names that they do not. */
const NAMES = [
  ...[
    "from",
    "to",
    "grain",
    "zone",
    "where",
    "vs",
    "horizon",
    "sort",
    "order",
    "page",
    "q",
    "search",
    "kind",
  ],
  ...["view", "at", "channel", "size", "root", "cursor", "after", "a", "b", "archived", "bom", "limit", "id"],
];
const ASKED = [...FOR_VIEWERS, ...ROUTES].map(({ pattern }) => pattern);

test.each(ASKED)("%s takes whatever stands in its address for words", async (pattern) => {
  const { db } = plantTenants();
  answerHere(db);
  await browseAs(db, plantMember(db, { workspaceId: 1, role: "owner" }));
  const before = [1, 2, 3].map((id) => workspaceDigest(db, id));
  const typed = TYPED.slice(0, sized(2, TYPED.length));
  for (const text of typed) {
    const search = Object.fromEntries(
      NAMES.map((name) => [name, name === "where" ? `channel:${text}` : text]),
    );
    const served = await outcomeOf(() =>
      pattern.startsWith("/api/")
        ? askRoute(pattern, "w1", `?${new URLSearchParams(search)}`)
        : renderFile("page", pattern, "w1", search),
    );
    // Served, or said not to be there; of nobody else, and by no fault of SQL.
    expect(served, text).not.toMatch(/SqliteError|syntax error|\bplain-/);
  }
  expect([1, 2, 3].map((id) => workspaceDigest(db, id))).toEqual(before);
  noteProbes(36, typed.length * NAMES.length);
});

test.each([
  ["owner", true],
  ["editor", true],
  ["viewer", false],
] as const)("%s may share saved filters with the team: %s", async (role, may) => {
  const { db } = plantTenants();
  request.db = db;
  const scope = openMemberScope(db, plantMember(db, { workspaceId: 1, role }), "w1", "campaigns.read");
  const campaign = readCampaign(scope, { campaignId: 1 });
  // The offer stands in a menu that only a browser opens.
  const whole = await QuestionBar({ scope, campaign, base: "/w/w1/campaigns/1" });
  const offered: unknown[] = Children.toArray(whole.props.children).flatMap((part) =>
    isValidElement<{ canShare?: boolean }>(part) ? [part.props.canShare] : [],
  );
  expect(offered).toEqual([may]);
});
