import { networkOf } from "#app/_front/collector/network-of.ts";
import { logHolder } from "#app/_server/log-holder.ts";
import { neededStep } from "#app/_server/next-step.ts";
import type { PasswordLimits } from "#app/_server/password-limits.ts";
import { stepCookie, trustCookie } from "#app/_server/second-step-cookies.ts";
import type { SignInRequest } from "#app/_server/sign-in-request.ts";
import { findAccount } from "#db/auth-store/find-account.ts";
import { noteFailedSignIn } from "#db/auth-store/note-failed-sign-in.ts";
import { isSpent, readProof, spendProof } from "#db/auth-store/proof.ts";
import { takeRecoveryCode } from "#db/auth-store/recovery-codes.ts";
import { noteSignInChange } from "#db/auth-store/sign-in-changes.ts";
import { takeTotp } from "#db/auth-store/totp.ts";
import { trustBrowser } from "#db/auth-store/trusted-browsers.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { whenFree } from "#db/when-free.ts";
import { browserLabel } from "#lib/access/browser-label.ts";
import { readSecondFactorCode } from "#lib/domain/second-factor-code.ts";

/** A second step of signing in. */
export interface SecondStep {
  /** Six digits or a recovery code, as typed; empty when the browser is trusted or nothing is needed. */
  readonly code: string;
  /** Whether the browser is not to be asked again for 30 days. */
  readonly trust: boolean;
  readonly secret: string;
  readonly now: number;
  /** The name under which this browser is known for an account, null for a stranger. */
  readonly knownAs: (email: string) => string | null;
}

/**
 * Whose sign-in this completes, of whom the browser proves that the password was right. Null alike for a proof that
 * is not ours, was used or is past its end, a wrong code, and too many attempts.
 */
export async function checkSecondStep(
  db: IntisharDatabase,
  limits: PasswordLimits,
  request: SignInRequest,
  step: SecondStep,
): Promise<{ userId: number; email: string } | null> {
  const { secret, now } = step;
  const proof = readProof(request.cookies.get(stepCookie().name), { purpose: "second-step", secret, now });
  const account = proof === null ? null : findAccount(db, proof.userId);
  if (proof === null || account === null || isSpent(db, proof)) return null;
  const { userId, email } = account;
  if (neededStep(db, account, request.cookies, now) !== "done") {
    const attempt = { address: request.address, account: email, known: step.knownAs(email) };
    const isLimited = !limits.take(attempt);
    if (isLimited || !(await isRight(db, userId, step, request))) {
      const network = networkOf(request.address, { bytes: 1, groups: 3 });
      logHolder.log?.({ event: "second-step-failed", userId, network, isLimited });
      noteFailedSignIn(db, { userId, network, isStranger: attempt.known === null, now });
      return null;
    }
    limits.giveBack(attempt);
  }
  if (!(await whenFree(() => spendProof(db, proof, now)))) return null;
  const { cookies, userAgent } = request;
  cookies.set(stepCookie().name, "", { ...stepCookie().options, maxAge: 0 });
  if (step.trust && step.code !== "") {
    const label = browserLabel(userAgent);
    const { name, options } = trustCookie(email);
    cookies.set(name, await whenFree(() => trustBrowser(db, { userId, label, now })), options);
    await whenFree(() => noteSignInChange(db, { userId, kind: "browser-trusted", label, at: now }));
  }
  return { userId, email };
}

async function isRight(
  db: IntisharDatabase,
  userId: number,
  { code, now }: SecondStep,
  { userAgent }: SignInRequest,
): Promise<boolean> {
  const given = readSecondFactorCode(code);
  if (given === null) return false;
  if (given.kind === "totp") return whenFree(() => takeTotp(db, userId, given.digits, now));
  if (!(await takeRecoveryCode(db, { userId, letters: given.letters, now }))) return false;
  logHolder.log?.({ event: "recovery-code-used", userId });
  await whenFree(() =>
    noteSignInChange(db, { userId, kind: "code-used", label: browserLabel(userAgent), at: now }),
  );
  return true;
}
