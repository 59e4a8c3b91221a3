import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { authOptions } from "#app/_server/auth-options.ts";
import { logHolder } from "#app/_server/log-holder.ts";
import { openStep } from "#app/_server/next-step.ts";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { ask, type Cookies, post } from "#app/_server/testing/ask-sign-in.ts";
import { completeSetUp } from "#db/auth-store/complete-set-up.ts";
import { endSessionsOf } from "#db/auth-store/end-sessions-of.ts";
import { hashPassword } from "#db/auth-store/hash-password.ts";
import { issueSetUpToken } from "#db/auth-store/issue-set-up-token.ts";
import { listSessions } from "#db/auth-store/list-sessions.ts";
import { readSignIns } from "#db/auth-store/read-sign-ins.ts";
import { turnOnTotp } from "#db/auth-store/testing/turn-on-totp.ts";
import { removeTotp } from "#db/auth-store/totp.ts";
import { currentDatabase } from "#db/connection.ts";
import { migrate } from "#db/migrate.ts";
import { writeWaiting } from "#db/write-later.ts";

const folder = mkdtempSync(join(tmpdir(), "intishar-"));
const HOST = "http://intishar.test";
const request = {
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0",
  address: "192.0.2.1",
};
const credentials = { email: "Sara@Example.org", password: "correct horse" };
let userId = 0;
const NO_COOKIES = { get: () => undefined, set: () => undefined };
/** Of a browser that strangers cannot lock out. */
let knownJar: Cookies = {};

beforeAll(async () => {
  const path = join(folder, "test.db");
  Object.assign(process.env, { DATABASE_PATH: path, NEXTAUTH_URL: HOST, NEXTAUTH_SECRET: "s".repeat(32) });
  migrate(path);
  const db = currentDatabase();
  const names = { workspaceName: "Sara", workspaceSlug: "sara", zone: "UTC", now: Date.now() };
  const passwordHash = await hashPassword(credentials.password);
  const token = issueSetUpToken(db) ?? "";
  ({ userId } = completeSetUp(db, { token, email: "sara@example.org", passwordHash, ...names }));
});

afterAll(() => {
  currentDatabase().$client.close();
  rmSync(folder, { recursive: true });
});

const bodyOf = async (jar: Cookies) => (await ask("GET", "session", jar)).body;
const signIn = (fields: Record<string, unknown>, jar: Cookies = {}) =>
  post("callback/credentials", jar, fields);
const list = () => listSessions(currentDatabase(), { userId, currentId: "", now: Date.now() });

test("the right password signs in, with a row, a label and a cookie; signing out ends them", async () => {
  const { status, jar, set } = await signIn(credentials);
  expect(status).toBe(200);
  const cookie = set.find((line) => line.startsWith("intishar.session=")) ?? "";
  expect(cookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  expect(await bodyOf(jar)).toMatchObject({ user: { email: "sara@example.org" } });
  expect(list().map(({ label }) => label)).toEqual(["Firefox · Linux"]);
  await post("signout", jar, {});
  expect(list()).toEqual([]);
  expect(await bodyOf(jar)).not.toHaveProperty("user");
});

test("a session ended elsewhere is signed out at its next request, though its cookie still opens", async () => {
  const { jar } = await signIn(credentials);
  expect(await bodyOf(jar)).toHaveProperty("user");
  endSessionsOf(currentDatabase(), userId);
  expect(await bodyOf(jar)).not.toHaveProperty("user");
});

test.each<[string, Record<string, unknown>]>([
  ["a wrong password", { ...credentials, password: "wrong horse" }],
  ["an unknown account", { ...credentials, email: "omar@example.org" }],
  ["no account at all", { ...credentials, email: "sara" }],
  ["fields that are no text", { email: { a: 1 }, password: ["x"] }],
  ["nothing", {}],
])("%s is refused in the one way", async (_name, fields) => {
  const { status, body, jar } = await signIn(fields);
  expect(status).toBe(401);
  expect(body).toEqual({ url: `${HOST}/api/auth/error?error=CredentialsSignin&provider=credentials` });
  expect(jar).not.toHaveProperty("intishar.session");
});

test("a sign-in that failed is an entry of the log, with nothing that was typed, and one that did not is none", async () => {
  const entries: unknown[] = [];
  logHolder.log = (entry) => entries.push(entry);
  onTestFinished(() => {
    delete logHolder.log;
  });
  await signIn({ ...credentials, password: "wrong-horse" });
  await signIn({ email: "nobody@example.org", password: "wrong-horse" });
  await signIn(credentials);
  const entry = { event: "sign-in-failed", network: "192.0.2", isLimited: false };
  expect(entries).toEqual([
    { ...entry, userId },
    { ...entry, userId: null },
  ]);
});

test("a password alone signs nobody in who has a second factor, nor does a passkey's answer that is none", async () => {
  const db = currentDatabase();
  const codeAt = turnOnTotp(db, userId, Date.now() - 120_000);
  onTestFinished(() => removeTotp(db, userId));
  expect((await signIn(credentials)).status).toBe(401);
  const account = { userId, email: "sara@example.org" };
  const jar: Cookies = {};
  const keep = (name: string, value: string) => void Object.assign(jar, { [name]: value });
  expect(openStep(db, account, { get: (name) => jar[name], set: keep })).toBe("totp");
  for (const code of ["", "000000"]) expect((await signIn({ code }, jar)).status).toBe(401);
  expect((await signIn({ ...credentials, code: "" }, jar)).status).toBe(401);
  const done = await signIn({ code: codeAt(Date.now()) }, jar);
  expect(done.status).toBe(200);
  expect(await bodyOf(done.jar)).toMatchObject({ user: { email: "sara@example.org" } });
  for (const response of [
    "",
    "{}",
    "[",
    { a: 1 },
    JSON.stringify({ id: "a", rawId: "a", type: "public-key" }),
  ])
    expect((await post("callback/passkey", jar, { response })).status).toBe(401);
});

test("strangers who guess lock out each other, and not the browser that signed in before", async () => {
  const { jar } = await signIn(credentials);
  const known = Object.fromEntries(Object.entries(jar).filter(([name]) => name.includes("known")));
  knownJar = known;
  expect(Object.keys(known)).toHaveLength(1);
  for (let guess = 0; guess < 12; guess += 1) await signIn({ ...credentials, password: `wrong ${guess}` });
  expect((await signIn(credentials)).status).toBe(401);
  expect((await signIn(credentials, known)).status).toBe(200);
  // Being known opens nothing, and is not another account's.
  expect((await signIn({ ...credentials, password: "wrong" }, known)).status).toBe(401);
  const { before } = readSignIns(currentDatabase(), userId, Date.now());
  expect(before).not.toBeNull();
  writeWaiting(currentDatabase());
  // Those of this test, and what failed in the tests before it.
  const noted = readSignIns(currentDatabase(), userId, Date.now()).failed;
  expect(noted).toMatchObject({ network: "192.0.2" });
  expect(noted?.count).toBeGreaterThanOrEqual(14);
});

test("signing in again ends the session that this browser had, and no other's", async () => {
  endSessionsOf(currentDatabase(), userId);
  const { jar } = await signIn(credentials, knownJar);
  const other = await signIn(credentials, knownJar);
  expect(list()).toHaveLength(2);
  const again = await signIn(credentials, jar);
  expect(list()).toHaveLength(2);
  expect(await bodyOf(jar)).not.toHaveProperty("user");
  for (const now of [other.jar, again.jar]) expect(await bodyOf(now)).toHaveProperty("user");
});

test("a sign-in without the token against forged posts makes no session", async () => {
  const { jar } = await ask("POST", "callback/credentials", {}, { body: credentials });
  expect(jar).not.toHaveProperty("intishar.session");
});

test("over https the cookie is bound to the host", () => {
  expect(sessionCookie("https://intishar.test")).toMatchObject({
    name: "__Host-intishar.session",
    options: { secure: true, path: "/" },
  });
  expect(sessionCookie("http://intishar.test").name).toBe("intishar.session");
});

test.each([
  ["/∕x", `${HOST}/%E2%88%95x`],
  ["/\0/", `${HOST}/%00/`],
  ["/\ud800/", `${HOST}/%EF%BF%BD/`],
  ["/a\r\nSet-Cookie: b=c", `${HOST}/aSet-Cookie:%20b=c`],
  [`${HOST}/w/acme?a=1`, `${HOST}/w/acme?a=1`],
  [`blob:${HOST}/x`, HOST],
  ["//evil.test", HOST],
  ["https://[", HOST],
])("after signing in or out %j leads to %s", async (url, seen) => {
  expect(
    await authOptions({ ...request, cookies: NO_COOKIES }).callbacks?.redirect?.({ url, baseUrl: HOST }),
  ).toBe(seen);
});
