import { encode } from "next-auth/jwt";
import { Secret, TOTP } from "otpauth";
import { expect, test, vi } from "vitest";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import { hashPassword } from "#db/auth-store/hash-password.ts";
import { admitVouched, listLinks } from "#db/auth-store/linked-sign-ins.ts";
import { addPasskey, listPasskeys } from "#db/auth-store/passkeys.ts";
import { RECENT_PROOF_MS } from "#db/auth-store/recent-proof.ts";
import { takeRecoveryCode } from "#db/auth-store/recovery-codes.ts";
import { readSecondFactors } from "#db/auth-store/second-factors.ts";
import { listSignInChanges } from "#db/auth-store/sign-in-changes.ts";
import { openAuthStore } from "#db/auth-store/testing/open-auth-store.ts";
import { pendingTotp } from "#db/auth-store/totp.ts";
import { listTrustedBrowsers, trustBrowser } from "#db/auth-store/trusted-browsers.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { confirmTotp } from "./_actions/confirm-totp.ts";
import { forgetPasskey } from "./_actions/forget-passkey.ts";
import { keepPasskey } from "./_actions/keep-passkey.ts";
import { makeCodes } from "./_actions/make-codes.ts";
import { prove } from "./_actions/prove.ts";
import { proveByPasskey } from "./_actions/prove-by-passkey.ts";
import { setUpTotp } from "./_actions/set-up-totp.ts";
import { turnOffTotp } from "./_actions/turn-off-totp.ts";
import { unlinkSignIn } from "./_actions/unlink-sign-in.ts";

const request = vi.hoisted(() => ({ jar: new Map<string, string>(), db: undefined as unknown }));

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-forwarded-for": "192.0.2.1" }),
  cookies: async () => ({
    get: (name: string) => (request.jar.has(name) ? { name, value: request.jar.get(name) } : undefined),
    set: (name: string, value: string) => void request.jar.set(name, value),
  }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("#db/connection.ts", () => ({ currentDatabase: () => request.db }));

const SECRET = "s".repeat(32);
const PASSWORD = "slow-herons-cross-17-bridges";
Object.assign(process.env, { NEXTAUTH_SECRET: SECRET, NEXTAUTH_URL: "http://intishar.test" });

const SARA = { id: 1, email: "sara@example.org" };
const PASSKEY = { publicKey: "", counter: 0, transports: [], createdAt: 0 };

/** Sara's browser, which proved so long ago who she is. */
async function browse(provenAgo: number, passwordHash?: string): Promise<IntisharDatabase> {
  const { db } = openAuthStore(passwordHash);
  const sessionId = createSession(db, { userId: SARA.id, label: "test", now: Date.now() });
  db.$client.prepare("UPDATE sessions SET proved_at = ?").run(Date.now() - provenAgo);
  request.db = db;
  request.jar.clear();
  request.jar.set(sessionCookie().name, await encode({ token: { sessionId }, secret: SECRET }));
  for (const [id, userId] of [
    [1, SARA.id],
    [2, 2],
  ] as const) {
    addPasskey(db, { ...PASSKEY, userId, credentialId: `c${id}`, name: `of ${userId}` });
    const newcomers = { domains: [], passwordHash: "" };
    db.$client.exec(`INSERT OR IGNORE INTO workspaces VALUES (1, 'w', 'W', 'UTC', 0);
      INSERT INTO memberships (workspace_id, user_id, role) VALUES (1, ${userId}, 'viewer')`);
    const email = userId === SARA.id ? SARA.email : "omar@example.org";
    admitVouched(db, { provider: "google", subject: `g${id}`, email }, newcomers, 0);
  }
  return db;
}

function formOf(fields: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const codeNow = (db: IntisharDatabase, timestamp = Date.now()) =>
  new TOTP({ secret: Secret.fromBase32(pendingTotp(db, SARA)?.secret ?? "") }).generate({ timestamp });

test("an app is turned on by its code, with recovery codes for who has none, and off again", async () => {
  const db = await browse(0);
  expect(await setUpTotp(formOf())).toEqual({});
  expect(await confirmTotp(formOf({ code: "12" }))).toEqual({ fault: "security.fault.code" });
  const { codes = [] } = await confirmTotp(formOf({ code: codeNow(db) }));
  expect(codes).toHaveLength(10);
  expect(await setUpTotp(formOf())).toEqual({});
  expect(readSecondFactors(db, 1)).toEqual({ hasTotp: true, passkeys: 1, codesLeft: 10 });
  const again = (await makeCodes(formOf())).codes ?? [];
  expect(await takeRecoveryCode(db, { userId: 1, letters: codes[0] ?? "", now: 1 })).toBe(false);
  expect(await takeRecoveryCode(db, { userId: 1, letters: again[0] ?? "", now: 1 })).toBe(true);
  trustBrowser(db, { userId: 1, label: "x", now: Date.now() });
  await turnOffTotp(formOf());
  expect(readSecondFactors(db, 1)).toEqual({ hasTotp: false, passkeys: 1, codesLeft: 9 });
  await forgetPasskey(formOf({ passkey: "1" }));
  expect(readSecondFactors(db, 1)).toEqual({ hasTotp: false, passkeys: 0, codesLeft: 0 });
  expect(listTrustedBrowsers(db, 1, Date.now())).toEqual([]);
  expect(await makeCodes(formOf())).toEqual({ fault: "security.fault.first" });
  expect(listSignInChanges(db, 1).map(({ kind }) => kind)).toEqual([
    "passkey-removed",
    "totp-off",
    "codes-made",
    "codes-made",
    "totp-on",
  ]);
});

test("nobody changes or sees what is another's", async () => {
  const db = await browse(0);
  await forgetPasskey(formOf({ passkey: "2" }));
  await forgetPasskey(formOf({ passkey: "x" }));
  await unlinkSignIn(formOf({ provider: "google", subject: "g2" }));
  expect([listPasskeys(db, 2), listLinks(db, 2)].map((list) => list.length)).toEqual([1, 1]);
  expect(listSignInChanges(db, 1)).toEqual([]);
  await unlinkSignIn(formOf({ provider: "google", subject: "g1" }));
  expect(listLinks(db, 1)).toEqual([]);
});

test("whoever proved it more than ten minutes ago changes nothing", async () => {
  const db = await browse(RECENT_PROOF_MS);
  const dump = () =>
    ["totp_secrets", "recovery_codes", "passkeys", "linked_sign_ins", "sign_in_changes"].map((table) =>
      db.$client.prepare(`SELECT * FROM ${table}`).all(),
    );
  const before = dump();
  const named = formOf({ passkey: "1", provider: "google", subject: "g1", code: "000000", response: "{}" });
  const actions = [setUpTotp, confirmTotp, turnOffTotp, makeCodes, keepPasskey, forgetPasskey, unlinkSignIn];
  for (const change of actions)
    expect(await change(named), change.name).toEqual({ fault: "security.fault.prove" });
  expect(dump()).toEqual(before);
});

test("the password proves it, a wrong one and no passkey do not", async () => {
  const db = await browse(RECENT_PROOF_MS, await hashPassword(PASSWORD));
  for (const fields of [{ password: "wrong" }, {}])
    expect(await prove(formOf(fields))).toEqual({ fault: "security.fault.password" });
  for (const response of ["", "{}", "["])
    expect(await proveByPasskey(formOf({ response }))).toEqual({ fault: "security.fault.passkey" });
  expect(await setUpTotp(formOf())).toEqual({ fault: "security.fault.prove" });
  expect(await prove(formOf({ password: PASSWORD }))).toEqual({});
  expect(await setUpTotp(formOf())).toEqual({});
  expect(pendingTotp(db, SARA)).not.toBeNull();
  expect(await keepPasskey(formOf({ response: "{}" }))).toEqual({ fault: "security.fault.passkey" });
  expect(await keepPasskey(formOf({ name: "n".repeat(61) }))).toEqual({ fault: "security.fault.name" });
});
