import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { completeSetUp } from "#db/auth-store/complete-set-up.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import { endListedSession } from "#db/auth-store/end-listed-session.ts";
import { endSession } from "#db/auth-store/end-session.ts";
import { endSessionsOf } from "#db/auth-store/end-sessions-of.ts";
import { findCredentials } from "#db/auth-store/find-credentials.ts";
import { findSession } from "#db/auth-store/find-session.ts";
import { hasSetUpToken } from "#db/auth-store/has-set-up-token.ts";
import { issueSetUpToken } from "#db/auth-store/issue-set-up-token.ts";
import { listSessions } from "#db/auth-store/list-sessions.ts";
import { listWorkspacesOf } from "#db/auth-store/list-workspaces-of.ts";
import { noteFailedSignIn } from "#db/auth-store/note-failed-sign-in.ts";
import {
  completePasswordReset,
  findPasswordReset,
  issuePasswordReset,
} from "#db/auth-store/password-reset.ts";
import { readGuesses } from "#db/auth-store/read-guesses.ts";
import { readSignIns } from "#db/auth-store/read-sign-ins.ts";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { installation } from "#db/schema/installation.ts";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { writeWaiting } from "#db/write-later.ts";
import { ConflictError, NotFoundError } from "#lib/access/errors.ts";
import { SESSION_SECONDS } from "#lib/access/session-seconds.ts";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";

const NOW = 1_750_000_000_000;
const END = NOW + SESSION_SECONDS * 1000;

function open(): { db: IntisharDatabase; again: () => IntisharDatabase } {
  const folder = mkdtempSync(join(tmpdir(), "intishar-"));
  const path = join(folder, "test.db");
  migrate(path);
  const opened: IntisharDatabase[] = [];
  onTestFinished(() => {
    for (const db of opened) db.$client.close();
    rmSync(folder, { recursive: true });
  });
  const again = () => {
    const db = openDatabase(path);
    opened.push(db);
    return db;
  };
  return { db: again(), again };
}

const setUpWith = (token: string, email = "sara@example.org") => ({
  token,
  email,
  passwordHash: "scrypt$1$1$1$a$b",
  workspaceName: "Sara & co",
  workspaceSlug: "sara-co",
  zone: "Asia/Amman",
  now: NOW,
});

function openWithAccount(): { db: IntisharDatabase; userId: number } {
  const { db } = open();
  return { db, userId: completeSetUp(db, setUpWith(issueSetUpToken(db) ?? "")).userId };
}

const signIn = (db: IntisharDatabase, userId: number, now = NOW) =>
  createSession(db, { userId, label: "Firefox · Linux", now });

test("set-up makes the account, its workspace and its ownership, and spends the token", () => {
  const { db } = open();
  const token = issueSetUpToken(db) ?? "";
  expect(Buffer.from(token, "base64url").length).toBeGreaterThanOrEqual(16);
  expect(hasSetUpToken(db, token)).toBe(true);
  const { userId } = completeSetUp(db, setUpWith(token));
  expect(hasSetUpToken(db, token)).toBe(false);
  expect(findCredentials(db, "sara@example.org")).toEqual({
    userId,
    email: "sara@example.org",
    passwordHash: "scrypt$1$1$1$a$b",
  });
  expect(findCredentials(db, "omar@example.org")).toBeNull();
  expect(listWorkspacesOf(db, userId)).toEqual([{ slug: "sara-co", name: "Sara & co", role: "owner" }]);
  expect(listWorkspacesOf(db, userId + 1)).toEqual([]);
});

test("the file holds the hash of the token, and each start replaces it", () => {
  const { db } = open();
  const first = issueSetUpToken(db) ?? "";
  expect(db.select().from(installation).get()?.setUpTokenHash).not.toBe(first);
  const second = issueSetUpToken(db) ?? "";
  expect([hasSetUpToken(db, first), hasSetUpToken(db, second)]).toEqual([false, true]);
});

test("of two completions with one token, over two connections, one succeeds", () => {
  const { db, again } = open();
  const token = issueSetUpToken(db) ?? "";
  completeSetUp(db, setUpWith(token));
  const late = { ...setUpWith(token, "omar@example.org"), workspaceSlug: "omar" };
  expect(() => completeSetUp(again(), late)).toThrow(NotFoundError);
  expect(db.select().from(users).all()).toHaveLength(1);
  expect(db.select().from(workspaces).all()).toHaveLength(1);
});

test.each(["", "wrong"])("the token %j makes nothing", (token) => {
  const { db } = open();
  issueSetUpToken(db);
  expect(() => completeSetUp(db, setUpWith(token))).toThrow(NotFoundError);
  expect(db.select().from(users).all()).toEqual([]);
});

test("set-up stays closed after the first account is deleted", () => {
  const { db, userId } = openWithAccount();
  expect(issueSetUpToken(db)).toBeNull();
  db.$client.prepare("DELETE FROM users WHERE id = ?").run(userId);
  expect(issueSetUpToken(db)).toBeNull();
});

test("a slug that is taken is a conflict, makes nothing, and leaves the token good", () => {
  const { db } = open();
  db.insert(workspaces).values({ slug: "sara-co", name: "Demo", zone: "UTC", createdAt: NOW }).run();
  const token = issueSetUpToken(db) ?? "";
  expect(() => completeSetUp(db, setUpWith(token))).toThrow(ConflictError);
  expect(db.select().from(users).all()).toEqual([]);
  completeSetUp(db, { ...setUpWith(token), workspaceSlug: "sara-co-2" });
  expect(db.select().from(users).all()).toHaveLength(1);
});

test("a session lasts 30 days, and the file holds only its hash", () => {
  const { db, userId } = openWithAccount();
  const id = signIn(db, userId);
  expect(Buffer.from(id, "base64url")).toHaveLength(32);
  expect(db.select().from(sessions).get()?.idHash).not.toBe(id);
  for (let at = NOW; at < END; at += 7 * DAY) {
    expect(findSession(db, id, at)).toEqual({ userId, email: "sara@example.org" });
    writeWaiting(db);
  }
  expect(findSession(db, id, END - 1)).not.toBeNull();
  expect(findSession(db, id, END)).toBeNull();
  expect(findSession(db, `${id}x`, NOW)).toBeNull();
});

test("a browser that was not seen for two weeks is signed out, and forgotten by the next sign-in", () => {
  const { db, userId } = openWithAccount();
  const id = signIn(db, userId);
  const list = (now: number) => listSessions(db, { userId, currentId: id, now });
  expect(findSession(db, id, NOW + 14 * DAY)).toBeNull();
  expect(list(NOW + 14 * DAY)).toEqual([]);
  expect(list(NOW + 14 * DAY - 1)).toHaveLength(1);
  signIn(db, userId, NOW + 14 * DAY);
  expect(db.select().from(sessions).all()).toHaveLength(1);
});

test("signing in notes when, and when it was before", () => {
  const { db, userId } = openWithAccount();
  const before = () => readSignIns(db, userId, NOW).before;
  signIn(db, userId);
  expect(before()).toBeNull();
  signIn(db, userId, NOW + 5);
  expect(before()).toBe(NOW);
});

test("wrong passwords are counted for thirty days, with the network of the last", () => {
  const { db, userId } = openWithAccount();
  const fail = (now: number, network: string) =>
    noteFailedSignIn(db, { userId, network, isStranger: true, now });
  for (const now of [NOW - 40 * DAY, NOW - DAY, NOW - DAY]) fail(now, "192.0.2");
  writeWaiting(db);
  fail(NOW, "198.51.100");
  fail(NOW, "203.0.113");
  writeWaiting(db);
  fail(NOW + 1, "203.0.113");
  writeWaiting(db);
  const since = Date.UTC(2025, 4, 17);
  expect(readSignIns(db, userId, NOW).failed).toEqual({
    ...{ count: 5, since, lastAt: NOW + 1, network: "203.0.113" },
  });
  expect(readSignIns(db, userId + 1, NOW).failed).toBeNull();
});

test("what was seen is written at most once a minute, and by nobody who looks", () => {
  const { db, userId } = openWithAccount();
  const id = signIn(db, userId);
  const seen = () => db.select().from(sessions).get()?.lastSeenAt;
  findSession(db, id, NOW + MINUTE - 1);
  writeWaiting(db);
  expect(seen()).toBe(NOW);
  findSession(db, id, NOW + MINUTE);
  expect(seen()).toBe(NOW);
  writeWaiting(db);
  expect(seen()).toBe(NOW + MINUTE);
});

test("a session is found while the database takes no write", () => {
  const { db, userId } = openWithAccount();
  const id = signIn(db, userId);
  db.$client.pragma("query_only = 1");
  expect(findSession(db, id, NOW + MINUTE)?.userId).toBe(userId);
  expect(writeWaiting(db)).toBe(false);
});

test("an ended session is gone at the next look-up; others stay", () => {
  const { db, userId } = openWithAccount();
  const [phone, laptop, desk] = [signIn(db, userId), signIn(db, userId), signIn(db, userId)];
  endSession(db, phone);
  expect([phone, laptop, desk].map((id) => findSession(db, id, NOW) !== null)).toEqual([false, true, true]);
  endSessionsOf(db, userId, desk);
  expect([phone, laptop, desk].map((id) => findSession(db, id, NOW) !== null)).toEqual([false, false, true]);
  endSessionsOf(db, userId);
  expect(findSession(db, desk, NOW)).toBeNull();
});

test("the list names the browser that asks, the last seen first, and lets its owner alone end one", () => {
  const { db, userId } = openWithAccount();
  const phone = signIn(db, userId);
  const laptop = signIn(db, userId, NOW + MINUTE);
  const list = () => listSessions(db, { userId, currentId: phone, now: NOW + MINUTE });
  expect(list().map((session) => session.isCurrent)).toEqual([false, true]);
  const handle = list()[0]?.idHash ?? "";
  endListedSession(db, userId + 1, handle);
  expect(findSession(db, laptop, NOW)).not.toBeNull();
  endListedSession(db, userId, handle);
  expect(findSession(db, laptop, NOW)).toBeNull();
  expect(list()).toHaveLength(1);
});

test("signing in forgets the sessions that have run out", () => {
  const { db, userId } = openWithAccount();
  signIn(db, userId);
  signIn(db, userId, END - 1);
  expect(db.select().from(sessions).all()).toHaveLength(1);
  signIn(db, userId, END);
  expect(db.select().from(sessions).all()).toHaveLength(2);
});

test("a password link sets a password once, and signs out whoever it is of, and nobody else", () => {
  const { db, userId } = openWithAccount();
  db.insert(users).values({ id: 9, email: "omar@example.org", passwordHash: "his", createdAt: 0 }).run();
  const [own, other] = [signIn(db, userId), signIn(db, 9)];
  const token = issuePasswordReset(db, userId, NOW);
  expect(findPasswordReset(db, token, NOW)).toEqual({ userId, email: "sara@example.org", state: "open" });
  expect(db.$client.prepare("SELECT token_hash FROM password_resets").pluck().get()).not.toContain(token);
  const use = (passwordHash: string) =>
    completePasswordReset(db, { token, passwordHash, now: NOW + HOUR - 1 });
  use("new");
  expect(() => use("newer")).toThrow(NotFoundError);
  expect(findCredentials(db, "sara@example.org")?.passwordHash).toBe("new");
  expect(findCredentials(db, "omar@example.org")?.passwordHash).toBe("his");
  expect([findSession(db, own, NOW), findSession(db, other, NOW)?.userId]).toEqual([null, 9]);
  expect(findPasswordReset(db, token, NOW)?.state).toBe("used");
});

test("a password link is over after an hour, and void once there is another, or for what never was one", () => {
  const { db, userId } = openWithAccount();
  const first = issuePasswordReset(db, userId, NOW);
  const use = (token: string, now: number) => completePasswordReset(db, { token, passwordHash: "new", now });
  expect([HOUR - 1, HOUR].map((after) => findPasswordReset(db, first, NOW + after)?.state)).toEqual([
    "open",
    "expired",
  ]);
  expect(() => use(first, NOW + HOUR)).toThrow(NotFoundError);
  const second = issuePasswordReset(db, userId, NOW + HOUR);
  for (const token of [first, `${second}x`, ""]) {
    expect(findPasswordReset(db, token, NOW + HOUR)).toBeNull();
    expect(() => use(token, NOW + HOUR)).toThrow(NotFoundError);
  }
  use(second, NOW + HOUR);
  // A link that was used is as new when it is made again.
  expect(findPasswordReset(db, issuePasswordReset(db, userId, NOW), NOW)?.state).toBe("open");
});

test("what strangers guess is known for a quarter of an hour, across midnight, and known browsers' faults are not", () => {
  const { db, userId } = openWithAccount();
  const midnight = NOW - (NOW % DAY) + DAY;
  const fail = (now: number, isStranger = true) => {
    noteFailedSignIn(db, { userId, network: "192.0.2", isStranger, now });
    writeWaiting(db);
  };
  const guesses = (now: number, email = "sara@example.org") => readGuesses(db, email, now);
  expect(guesses(midnight)).toBeNull();
  for (const now of [-20 * MINUTE, -10 * MINUTE, -9 * MINUTE]) fail(midnight + now);
  fail(midnight - 8 * MINUTE, false);
  expect(guesses(midnight - 8 * MINUTE)).toEqual({ taken: 3, endsInMs: 3 * MINUTE });
  expect(guesses(midnight - 5 * MINUTE - 1)?.taken).toBe(3);
  expect(guesses(midnight - 5 * MINUTE)).toBeNull();
  fail(midnight - 4 * MINUTE);
  for (let n = 0; n < 7; n += 1) fail(midnight + n);
  expect(guesses(midnight + MINUTE)).toEqual({ taken: 8, endsInMs: 14 * MINUTE });
  // The day before has its own window, which ends first.
  expect(guesses(midnight + 11 * MINUTE)?.taken).toBe(7);
  expect(guesses(midnight + MINUTE, "omar@example.org")).toBeNull();
  // Of a clock that was set back nothing is believed.
  expect(guesses(midnight - HOUR)).toBeNull();
});
