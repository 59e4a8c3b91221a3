import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MutableToken, OAuth2Server } from "oauth2-mock-server";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ask, type Cookies, post } from "#app/_server/testing/ask-sign-in.ts";
import { listedProviders, verifiedPrimary } from "#app/_server/vouching-providers.ts";
import { findCredentials } from "#db/auth-store/find-credentials.ts";
import { findLinked, listLinks, unlink } from "#db/auth-store/linked-sign-ins.ts";
import { listWorkspacesOf } from "#db/auth-store/list-workspaces-of.ts";
import { listSignInChanges } from "#db/auth-store/sign-in-changes.ts";
import { turnOnTotp } from "#db/auth-store/testing/turn-on-totp.ts";
import { removeTotp } from "#db/auth-store/totp.ts";
import { currentDatabase } from "#db/connection.ts";
import { migrate } from "#db/migrate.ts";

const HOST = "http://intishar.test";
const folder = mkdtempSync(join(tmpdir(), "intishar-vouched-"));
const provider = new OAuth2Server();

/** What the provider says of whoever signs in there. */
let claims: Record<string, unknown> = {};

beforeAll(async () => {
  const path = join(folder, "test.db");
  await provider.issuer.keys.generate("RS256");
  await provider.start(0, "localhost");
  Object.assign(process.env, { DATABASE_PATH: path, NEXTAUTH_URL: HOST, NEXTAUTH_SECRET: "s".repeat(32) });
  migrate(path);
  currentDatabase().$client.exec(`
    INSERT INTO workspaces VALUES (1, 'first', 'First', 'UTC', 0), (2, 'second', 'Second', 'UTC', 0);
    INSERT INTO users (id, email, password_hash, created_at) VALUES
      (1, 'sara@example.org', 'x', 0), (2, 'gone@example.org', 'x', 0);
    INSERT INTO memberships (workspace_id, user_id, role) VALUES (2, 1, 'editor')`);
  provider.service.on("beforeTokenSigning", (token: MutableToken) => Object.assign(token.payload, claims));
});

beforeEach(() => {
  claims = { sub: "sara-there", email: "Sara@Example.org", email_verified: true };
  vi.stubEnv("OIDC_ISSUER", provider.issuer.url ?? "");
  vi.stubEnv("OIDC_CLIENT_ID", "intishar");
  vi.stubEnv("OIDC_CLIENT_SECRET", "hidden");
});

afterEach(() => {
  vi.unstubAllEnvs();
  currentDatabase().$client.exec(
    "DELETE FROM linked_sign_ins; DELETE FROM sign_in_changes; DELETE FROM sessions",
  );
});

afterAll(async () => {
  await provider.stop();
  currentDatabase().$client.close();
  rmSync(folder, { recursive: true });
});

/** Leaves for the provider and comes back with what it gave. */
async function leave(jar: Cookies = {}): Promise<{ jar: Cookies; query: Record<string, string> }> {
  const left = await post("signin/oidc", jar, { callbackUrl: `${HOST}/w/second` });
  const { url } = left.body as { url: string };
  const back = await fetch(url, { redirect: "manual" });
  const target = new URL(back.headers.get("location") ?? "");
  expect(target.origin + target.pathname).toBe(`${HOST}/api/auth/callback/oidc`);
  return { jar: left.jar, query: Object.fromEntries(target.searchParams) };
}

const comeBack = ({ jar, query }: { jar: Cookies; query: Record<string, string> }) =>
  ask("GET", "callback/oidc", jar, { query });

/** Where somebody is led who signs in by the provider, and who they are then. */
async function signIn(): Promise<{ to: unknown; email: unknown }> {
  return outcomeOf(await comeBack(await leave()));
}

async function outcomeOf(answer: Awaited<ReturnType<typeof ask>>): Promise<{ to: unknown; email: unknown }> {
  const { body } = await ask("GET", "session", answer.jar);
  const email = (body as { user?: { email: string } }).user?.email ?? null;
  return { to: String(answer.headers.get("Location")).replace(HOST, ""), email };
}

const DENIED = { to: expect.stringMatching(/error=AccessDenied/), email: null };
const FAILED = { to: expect.stringMatching(/error=OAuthCallback/), email: null };

/** What the library has said was wrong, which a test that expects it takes away. */
function takeFaults(): string {
  const said = vi.mocked(console.error);
  const lines = said.mock.calls.map(([line]) => String(line)).join();
  said.mockClear();
  return lines;
}

test("a member whose address is verified there is signed in, linked, and told of it", async () => {
  expect(listedProviders()).toEqual([{ id: "oidc", name: "localhost" }]);
  expect(await signIn()).toEqual({ to: "/w/second", email: "sara@example.org" });
  expect(listLinks(currentDatabase(), 1)).toMatchObject([
    { provider: provider.issuer.url, subject: "sara-there" },
  ]);
  expect(listSignInChanges(currentDatabase(), 1).map(({ kind }) => kind)).toEqual(["linked"]);
  // What is linked is the account there, whatever its address becomes.
  claims = { sub: "sara-there", email: "other@example.com", email_verified: false };
  expect(await signIn()).toEqual({ to: "/w/second", email: "sara@example.org" });
  expect(listSignInChanges(currentDatabase(), 1)).toHaveLength(1);
});

test.each<[string, Record<string, unknown>]>([
  ["an address that is not verified", { email_verified: false }],
  ["an address of which nothing is said", { email_verified: undefined }],
  ["an address that is verified in words", { email_verified: "true" }],
  ["no address", { email: undefined }],
  ["an address that nobody here has", { email: "nobody@example.org" }],
  ["somebody who belongs to no workspace any more", { email: "gone@example.org" }],
])("%s opens nothing, and links nothing", async (_what, said) => {
  Object.assign(claims, said);
  expect(await signIn()).toEqual(DENIED);
  expect(currentDatabase().$client.prepare("SELECT count(*) FROM linked_sign_ins").pluck().get()).toBe(0);
});

test("a person who was deleted since does not come back by what was linked", async () => {
  const { $client: client } = currentDatabase();
  client.exec(`INSERT INTO users (id, email, password_hash, created_at) VALUES (9, 'omar@example.org', 'x', 0);
    INSERT INTO memberships (workspace_id, user_id, role) VALUES (1, 9, 'viewer')`);
  Object.assign(claims, { sub: "omar-there", email: "omar@example.org" });
  expect(await signIn()).toMatchObject({ email: "omar@example.org" });
  client.exec("DELETE FROM users WHERE id = 9");
  expect(
    findLinked(currentDatabase(), { provider: provider.issuer.url ?? "", subject: "omar-there" }),
  ).toBeNull();
  expect(await signIn()).toEqual(DENIED);
});

test.each<[string, Record<string, unknown>, RegExp]>([
  ["another nonce", { nonce: "another" }, /nonce mismatch/],
  ["another issuer", { iss: "https://elsewhere.example" }, /unexpected iss/],
  ["another audience", { aud: "somebody-else" }, /aud/],
  ["a time that is over", { exp: 1_000_000_000 }, /expired/],
])("a token with %s is refused", async (_what, said, words) => {
  Object.assign(claims, said);
  const outcome = await signIn();
  expect(takeFaults()).toMatch(words);
  expect(outcome).toEqual(FAILED);
});

test("a provider that calls itself otherwise than its variable says is not believed", async () => {
  vi.stubEnv("OIDC_ISSUER", `${(provider.issuer.url ?? "").replace("localhost", "127.0.0.1")}`);
  expect(await signIn()).toEqual(DENIED);
});

test("an answer to another browser's question is refused", async () => {
  const [mine, theirs] = [await leave(), await leave()];
  const swapped = [
    { jar: mine.jar, query: theirs.query },
    { jar: mine.jar, query: { ...mine.query, state: "x" } },
    { jar: mine.jar, query: { code: mine.query.code ?? "" } },
    { jar: {}, query: mine.query },
  ];
  for (const one of swapped) expect(await outcomeOf(await comeBack(one))).toEqual(FAILED);
  expect(takeFaults()).toMatch(/state/);
  expect(await outcomeOf(await comeBack(theirs))).toMatchObject({ email: "sara@example.org" });
});

test("whoever has a second factor is asked for it", async () => {
  turnOnTotp(currentDatabase(), 1, Date.now());
  try {
    expect(await signIn()).toEqual({ to: "/sign-in?step=1", email: null });
  } finally {
    removeTotp(currentDatabase(), 1);
  }
});

test("whose domain is listed becomes a viewer of the first workspace, at once and once", async () => {
  vi.stubEnv("OIDC_DOMAINS", "new.example");
  Object.assign(claims, { sub: "new-there", email: "lina@new.example" });
  expect(await signIn()).toMatchObject({ email: "lina@new.example" });
  expect(await signIn()).toMatchObject({ email: "lina@new.example" });
  const { userId = 0 } = findCredentials(currentDatabase(), "lina@new.example") ?? {};
  expect(listWorkspacesOf(currentDatabase(), userId)).toMatchObject([
    { slug: "first", name: "First", role: "viewer" },
  ]);
  for (const email of ["x@sub.new.example", "x@new.example.org", "new.example@example.org"]) {
    Object.assign(claims, { sub: email, email });
    expect(await signIn(), email).toEqual(DENIED);
  }
  // Somebody who was removed does not come back by the domain.
  currentDatabase().$client.exec(
    "DELETE FROM memberships WHERE workspace_id = 1; DELETE FROM linked_sign_ins",
  );
  Object.assign(claims, { sub: "new-there", email: "lina@new.example" });
  expect(await signIn()).toEqual(DENIED);
});

test("who is invited by the address joins as the invitation says, once, with an account or without", async () => {
  const { $client: client } = currentDatabase();
  const invite = client.prepare(`INSERT INTO invitations
    (workspace_id, id, token_hash, email, role, campaigns, created_at, expires_at) VALUES (?, ?, ?, ?, 'editor', '[]', 0, ?)`);
  const soon = Date.now() + 60_000;
  invite.run(2, 1, "one", "invited@example.org", soon);
  invite.run(2, 2, "two", "late@example.org", 1);
  invite.run(1, 1, "three", "gone@example.org", soon);
  for (const email of ["late@example.org", "other@example.org"]) {
    Object.assign(claims, { sub: email, email });
    expect(await signIn(), email).toEqual(DENIED);
  }
  Object.assign(claims, { sub: "i", email: "invited@example.org", email_verified: false });
  expect(await signIn()).toEqual(DENIED);
  for (const [email, slug] of [
    ["invited@example.org", "second"],
    ["gone@example.org", "first"],
  ] as const) {
    Object.assign(claims, { sub: email, email, email_verified: true });
    expect(await signIn()).toMatchObject({ email });
    const { userId = 0 } = findCredentials(currentDatabase(), email) ?? {};
    expect(listWorkspacesOf(currentDatabase(), userId)).toMatchObject([{ slug, role: "editor" }]);
  }
  expect(client.prepare("SELECT count(*) FROM invitations WHERE used_at IS NOT NULL").pluck().get()).toBe(2);
  const vouched = { provider: provider.issuer.url ?? "", subject: "invited@example.org" };
  const { userId } = findLinked(currentDatabase(), vouched) ?? { userId: 0 };
  expect([unlink(currentDatabase(), 1, vouched), unlink(currentDatabase(), userId, vouched)]).toEqual([
    false,
    true,
  ]);
  expect(findLinked(currentDatabase(), vouched)).toBeNull();
});

test("where providers alone vouch, no password signs in", async () => {
  vi.stubEnv("OIDC_ONLY", "1");
  const answer = await post("callback/credentials", {}, { email: "sara@example.org", password: "whatever" });
  expect(answer.status).toBe(401);
  expect(await signIn()).toMatchObject({ email: "sara@example.org" });
});

test("of GitHub's addresses the primary one counts, when it is verified", () => {
  const listed = (primary: boolean, verified: boolean) => ({
    email: `${primary}@x.example`,
    primary,
    verified,
  });
  const json = (...list: object[]) => JSON.stringify(list);
  expect(verifiedPrimary(json(listed(false, true), listed(true, true)))).toBe("true@x.example");
  for (const text of [
    json(listed(false, true), listed(true, false)),
    json(),
    "{}",
    "[",
    '{"message":"Bad credentials"}',
  ])
    expect(verifiedPrimary(text)).toBeNull();
});
