import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import { endSession } from "#db/auth-store/end-session.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { fillTenants, reportTokenOf } from "#db/queries/testing/fill-tenants.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { Vault } from "#db/vault/vault.ts";
import { startApp } from "#e2e/serve.ts";
import { type Permission, ROLE_PERMISSIONS, ROLES } from "#lib/access/permission.ts";
import { addressOf, POLICY, patternsOfApp } from "./route-policy.ts";

const SECRET = "a secret of this test alone, long enough to pass";

test("every page and every route has a line that says who may read it, and no line is of none", () => {
  expect(Object.keys(POLICY).sort()).toEqual(patternsOfApp());
});

test("every page and route opens to whoever may read it, and to everybody else is as if it were not there", async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), "intishar-crawl-"));
  const databasePath = join(folder, "test.db");
  migrate(databasePath);
  const vault = new Vault({ current: SECRET, previous: [] });
  const db = openDatabase(databasePath, { vault });
  const { namesake, bare } = fillTenants(db);
  const signIn = (userId: number) => createSession(db, { userId, label: "test", now: Date.now() });
  const members = ROLES.map((role) => [role, signIn(plantMember(db, { workspaceId: 1, role }))] as const);
  const ended = signIn(1);
  endSession(db, ended);
  const outsiders = [
    ["somebody of a workspace with the same ids", signIn(namesake.userId ?? 0)],
    ["somebody of an empty workspace", signIn(bare.userId ?? 0)],
  ] as const;
  db.$client.close();
  const app = await startApp({ databasePath, env: { AUTH_SECRET: SECRET } });
  const faults: string[] = [];
  const expectThat = (holds: boolean, what: string) => {
    if (!holds) faults.push(what);
  };
  try {
    const ask = async (path: string, sessionId: string | null, more: Record<string, string> = {}) => {
      const value = sessionId === null ? "" : await encode({ token: { sessionId }, secret: SECRET });
      const cookie = sessionId === null ? {} : { Cookie: `${sessionCookie(app.url).name}=${value}` };
      const headers = { ...cookie, ...more };
      const answer = await fetch(`${app.url}${path}`, { headers, redirect: "manual", signal: cut() });
      const isStream = answer.headers.get("content-type") === "text/event-stream";
      const text = isStream ? "" : await answer.text();
      if (isStream) await answer.body?.cancel();
      return { status: answer.status, text, location: answer.headers.get("location") ?? "" };
    };
    for (const [pattern, policy] of Object.entries(POLICY)) {
      if (policy === "anybody" || policy === "token" || policy === "oneself") continue;
      const path = addressOf(pattern, "w1");
      for (const [role, session] of members) {
        const { status, text } = await ask(path, session);
        const may = (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(policy);
        // The one route without a question: it takes files alone.
        const opened = pattern === "/api/w/[workspace]/imports" ? 405 : 200;
        const wanted = may || opened === 405 ? opened : 404;
        expectThat(status === wanted, `${role} ${path}: ${status}, not ${wanted}`);
        // The campaign's name stands at the head of what they may read, and which file of it broke off.
        expectThat(may || !/canary-(?!A\b|cut\.csv)/.test(text), `${role} ${path} sees what is not theirs`);
      }
      for (const [who, session] of outsiders) {
        const there = await ask(path, session);
        const nowhere = await ask(addressOf(pattern, "w9"), session);
        expectThat([404, 405].includes(there.status), `${who} ${path}: ${there.status}`);
        expectThat(there.status === nowhere.status, `${who} ${path}: another status than where nothing is`);
        expectThat(
          plain(there.text) === plain(nowhere.text.replaceAll(/\bw9\b/g, "w1")),
          `${who} ${path}: another answer than where nothing is`,
        );
        const flight = await ask(`${path}?_rsc=1`, session, { RSC: "1" });
        expectThat(!/canary/.test(there.text + flight.text), `${who} ${path} sees a canary`);
      }
      for (const [who, session] of [
        ["nobody", null],
        ["whoever signed out", ended],
      ] as const) {
        const { status, text, location } = await ask(path, session);
        const isSentOn = status === 307 && location.startsWith("/sign-in");
        expectThat(isSentOn || [404, 405].includes(status), `${who} ${path}: ${status} ${location}`);
        expectThat(!/canary/.test(text), `${who} ${path} sees a canary`);
      }
    }
    for (const path of ["/", "/account", "/w"]) {
      expectThat((await ask(path, null)).status === 307, `nobody ${path}`);
      expectThat([200, 307].includes((await ask(path, members[0]?.[1] ?? null)).status), `owner ${path}`);
    }
    for (const path of ["/sign-in", "/api-reference", "/api/v1/openapi.json", "/api/auth/csrf"])
      expectThat((await ask(path, null)).status === 200, `anybody ${path}`);
    const owners = members[0]?.[1] ?? null;
    for (const path of [
      "/set-up/a-token",
      "/join/a-token",
      "/reset-password/a-token",
      "/r/a-token",
      "/r/a-token/csv/overview",
      `/r/${reportTokenOf(bare)}x`,
    ])
      for (const session of [null, owners])
        expectThat((await ask(path, session)).status === 404, `a wrong token: ${path}`);
    expect(faults).toEqual([]);
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true });
  }
});

/** Without what is new in each answer: the nonce, and names of the request. */
function plain(text: string): string {
  return text.replaceAll(/nonce(=|\\?":\\?)"[^"]*"/g, "").replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "");
}

function cut(): AbortSignal {
  return AbortSignal.timeout(30_000);
}
