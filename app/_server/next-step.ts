import { stepCookie, trustCookie } from "#app/_server/second-step-cookies.ts";
import type { SignInCookies } from "#app/_server/sign-in-request.ts";
import { findAccount } from "#db/auth-store/find-account.ts";
import { isSpent, readProof, signProof } from "#db/auth-store/proof.ts";
import { readSecondFactors } from "#db/auth-store/second-factors.ts";
import { isTrusted } from "#db/auth-store/trusted-browsers.ts";
import type { IntisharDatabase } from "#db/open-database.ts";

/** What is left to do for somebody whose password was right. */
export type NextStep = "done" | "totp" | "passkey";

/** What an account has to give beside the password in this browser. */
export function neededStep(
  db: IntisharDatabase,
  account: { userId: number; email: string },
  cookies: Pick<SignInCookies, "get">,
  now: number,
): NextStep {
  const { hasTotp, passkeys } = readSecondFactors(db, account.userId);
  if (!hasTotp && passkeys === 0) return "done";
  const token = cookies.get(trustCookie(account.email).name);
  if (isTrusted(db, { userId: account.userId, token, now })) return "done";
  return hasTotp ? "totp" : "passkey";
}

/** The step that this browser was let take and has yet to; null when it begins anew. */
export function waitingStep(
  db: IntisharDatabase,
  cookies: Pick<SignInCookies, "get">,
): "totp" | "passkey" | null {
  const now = Date.now();
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  const proof = readProof(cookies.get(stepCookie().name), { purpose: "second-step", secret, now });
  const account = proof === null || isSpent(db, proof) ? null : findAccount(db, proof.userId);
  const step = account === null ? "done" : neededStep(db, account, cookies, now);
  return step === "done" ? null : step;
}

/** Lets this browser take the next step of signing in, within five minutes. */
export function openStep(
  db: IntisharDatabase,
  account: { userId: number; email: string },
  cookies: SignInCookies,
): NextStep {
  const now = Date.now();
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  const { name, options } = stepCookie();
  cookies.set(name, signProof(account.userId, { purpose: "second-step", secret, now }).token, options);
  return neededStep(db, account, cookies, now);
}
