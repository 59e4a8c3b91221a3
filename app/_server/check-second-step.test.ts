import { expect, onTestFinished, test } from "vitest";
import { checkSecondStep } from "#app/_server/check-second-step.ts";
import { logHolder } from "#app/_server/log-holder.ts";
import { neededStep, openStep, waitingStep } from "#app/_server/next-step.ts";
import { createPasswordLimits } from "#app/_server/password-limits.ts";
import { stepCookie, trustCookie } from "#app/_server/second-step-cookies.ts";
import { completePasswordReset, issuePasswordReset } from "#db/auth-store/password-reset.ts";
import { PROOF_MS, signProof } from "#db/auth-store/proof.ts";
import { drawRecoveryCodes, keepRecoveryCodes } from "#db/auth-store/recovery-codes.ts";
import { settleSecondFactors } from "#db/auth-store/second-factors.ts";
import { listSignInChanges } from "#db/auth-store/sign-in-changes.ts";
import { openAuthStore } from "#db/auth-store/testing/open-auth-store.ts";
import { turnOnTotp } from "#db/auth-store/testing/turn-on-totp.ts";
import { removeTotp } from "#db/auth-store/totp.ts";
import { endTrust, listTrustedBrowsers, TRUST_SECONDS } from "#db/auth-store/trusted-browsers.ts";
import { users } from "#db/schema/users.ts";
import { MINUTE } from "#lib/time/lengths.ts";

const SECRET = "s".repeat(32);
const SARA = { userId: 1, email: "sara@example.org" };
const OMAR = { userId: 2, email: "omar@example.org" };
const STEP = 30_000;
process.env.NEXTAUTH_SECRET = SECRET;

/** A browser, whose cookies may be looked at. */
function browser(address = "192.0.2.1") {
  const jar = new Map<string, string>();
  const cookies = {
    get: (name: string) => jar.get(name),
    set: (name: string, value: string) => void jar.set(name, value),
  };
  return { jar, request: { userAgent: "Firefox/140.0 (X11; Linux)", address, cookies } };
}

/** Sara's account with an app, and a server's limits. */
function start() {
  const { db, again } = openAuthStore();
  const limits = createPasswordLimits({ perAccount: 5, perNetwork: 5 });
  const begun = Date.now();
  const codeAt = turnOnTotp(db, 1, begun - 10 * STEP);
  /** @param later milliseconds after the test began */
  const give = async (
    of: ReturnType<typeof browser>,
    code: string,
    { trust = false, later = 0, known = null as string | null, on = db } = {},
  ) =>
    checkSecondStep(on, limits, of.request, {
      ...{ code, trust, secret: SECRET, now: begun + later, knownAs: () => known },
    });
  const passwordRight = (of: ReturnType<typeof browser>, account = SARA) =>
    openStep(db, account, of.request.cookies);
  const now = (later = 0) => codeAt(begun + later);
  return { db, again, give, passwordRight, now, begun };
}

test("after the right password a code of the app signs in, in whatever digits, once with each proof", async () => {
  const { give, passwordRight, now } = start();
  const sara = browser();
  expect(await give(sara, now())).toBeNull();
  expect(passwordRight(sara)).toBe("totp");
  const kept = sara.jar.get(stepCookie().name) ?? "";
  expect(await give(sara, "000000")).toBeNull();
  const arabic = now().replaceAll(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
  expect(await give(sara, arabic)).toEqual(SARA);
  sara.jar.set(stepCookie().name, kept);
  expect(await give(sara, now(STEP), { later: STEP })).toBeNull();
  passwordRight(sara);
  expect(await give(sara, now(STEP), { later: STEP })).toEqual(SARA);
});

test("the page knows which step waits, until it was taken", async () => {
  const { db, give, passwordRight, now } = start();
  const sara = browser();
  const { cookies } = sara.request;
  expect(waitingStep(db, cookies)).toBeNull();
  passwordRight(sara);
  expect(waitingStep(db, cookies)).toBe("totp");
  await give(sara, now());
  expect(waitingStep(db, cookies)).toBeNull();
  passwordRight(sara, OMAR);
  expect(waitingStep(db, cookies)).toBeNull();
});

test("two requests with one proof sign in once", async () => {
  const { give, passwordRight, now, again } = start();
  const sara = browser();
  passwordRight(sara);
  const other = browser();
  other.jar.set(stepCookie().name, sara.jar.get(stepCookie().name) ?? "");
  const both = await Promise.all([give(sara, now()), give(other, now(STEP), { on: again() })]);
  expect(both.filter((one) => one !== null)).toHaveLength(1);
});

test("a proof is over after five minutes, is the account's own, and cannot be forged", async () => {
  const { give, passwordRight, now, db } = start();
  const sara = browser();
  passwordRight(sara);
  const late = PROOF_MS + STEP;
  expect(await give(sara, now(late), { later: late })).toBeNull();
  const token = sara.jar.get(stepCookie().name) ?? "";
  const wrong = [
    token.replace(/\.1\./, ".2."),
    token.slice(0, -1),
    `9${token}`,
    "",
    signProof(1, { purpose: "passkey-sign-in", secret: SECRET, now: Date.now() }).token,
    signProof(1, { purpose: "second-step", secret: "t".repeat(32), now: Date.now() }).token,
    signProof(9, { purpose: "second-step", secret: SECRET, now: Date.now() }).token,
  ];
  for (const one of wrong) {
    sara.jar.set(stepCookie().name, one);
    expect(await give(sara, now()), one).toBeNull();
  }
  sara.jar.set(stepCookie().name, token);
  db.delete(users).run();
  expect(await give(sara, now())).toBeNull();
});

test("without a second factor the proof alone signs in, and stops doing so once there is one", async () => {
  const { db, give, passwordRight } = start();
  const omar = browser();
  expect(passwordRight(omar, OMAR)).toBe("done");
  expect(await give(omar, "")).toEqual(OMAR);
  passwordRight(omar, OMAR);
  turnOnTotp(db, 2, Date.now());
  expect(await give(omar, "")).toBeNull();
});

test("five wrong codes lock the account's second step, for strangers, from wherever, and not a known browser", async () => {
  const { give, passwordRight, now } = start();
  const sara = browser();
  passwordRight(sara);
  const entries: unknown[] = [];
  logHolder.log = (entry) => entries.push(entry);
  onTestFinished(() => void delete logHolder.log);
  for (let guess = 0; guess < 5; guess += 1) expect(await give(sara, `00000${guess}`)).toBeNull();
  expect(await give(sara, now())).toBeNull();
  const elsewhere = browser("198.51.100.7");
  passwordRight(elsewhere);
  expect(await give(elsewhere, now())).toBeNull();
  const entry = { event: "second-step-failed", userId: 1, network: "192.0.2" };
  expect(entries).toEqual([
    ...Array.from({ length: 5 }, () => ({ ...entry, isLimited: false })),
    { ...entry, isLimited: true },
    { ...entry, network: "198.51.100", isLimited: true },
  ]);
  expect(await give(sara, now(), { known: "laptop" })).toEqual(SARA);
});

test("an address has five tries on however many accounts; another address has its own", async () => {
  const { db, give, passwordRight } = start();
  const omarsCode = turnOnTotp(db, 2, Date.now() - 10 * STEP);
  const thief = browser();
  passwordRight(thief);
  for (let guess = 0; guess < 4; guess += 1) await give(thief, `00000${guess}`);
  passwordRight(thief, OMAR);
  await give(thief, "000000");
  expect(await give(thief, omarsCode(Date.now()))).toBeNull();
  const omar = browser("198.51.100.7");
  passwordRight(omar, OMAR);
  expect(await give(omar, omarsCode(Date.now()))).toEqual(OMAR);
});

test("a recovery code stands in for the app, once, and the person sees that it did", async () => {
  const { db, give, passwordRight } = start();
  const { codes, hashes } = await drawRecoveryCodes();
  keepRecoveryCodes(db, { userId: 1, hashes, now: 0 });
  const sara = browser();
  passwordRight(sara);
  expect(await give(sara, (codes[0] ?? "").toUpperCase())).toEqual(SARA);
  passwordRight(sara);
  expect(await give(sara, codes[0] ?? "")).toBeNull();
  expect(listSignInChanges(db, 1).map(({ kind }) => kind)).toEqual(["code-used"]);
});

test("a trusted browser is not asked for 30 days, another one is, and trust can be ended", async () => {
  const { db, give, passwordRight, now, begun } = start();
  const sara = browser();
  passwordRight(sara);
  expect(await give(sara, now(), { trust: true })).toEqual(SARA);
  const { cookies } = sara.request;
  expect(passwordRight(sara)).toBe("done");
  expect(await give(sara, "")).toEqual(SARA);
  expect(passwordRight(browser())).toBe("totp");
  const needed = (later: number) => neededStep(db, SARA, cookies, begun + later);
  expect([needed(TRUST_SECONDS * 1000 - MINUTE), needed(TRUST_SECONDS * 1000)]).toEqual(["done", "totp"]);
  // The token is one account's alone.
  turnOnTotp(db, 2, begun);
  sara.jar.set(trustCookie(OMAR.email).name, sara.jar.get(trustCookie(SARA.email).name) ?? "");
  expect(neededStep(db, OMAR, cookies, begun)).toBe("totp");
  const [trusted] = listTrustedBrowsers(db, 1, begun);
  endTrust(db, 2, trusted?.tokenHash ?? "");
  expect(needed(0)).toBe("done");
  endTrust(db, 1, trusted?.tokenHash ?? "");
  expect(needed(0)).toBe("totp");
});

test.each([
  [
    "another password",
    (db: ReturnType<typeof start>["db"]) => {
      const token = issuePasswordReset(db, 1, 0);
      completePasswordReset(db, { token, passwordHash: "x", now: 1 });
    },
  ],
  [
    "turning the second factor off",
    (db: ReturnType<typeof start>["db"]) => {
      removeTotp(db, 1);
      settleSecondFactors(db, 1);
    },
  ],
] as const)("%s ends trust in every browser", async (_what, change) => {
  const { db, give, passwordRight, now, begun } = start();
  const sara = browser();
  passwordRight(sara);
  await give(sara, now(), { trust: true });
  expect(listTrustedBrowsers(db, 1, begun)).toHaveLength(1);
  change(db);
  expect(listTrustedBrowsers(db, 1, begun)).toEqual([]);
});
