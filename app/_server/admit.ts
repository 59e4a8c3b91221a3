import type { Account, Profile } from "next-auth";
import { logHolder } from "#app/_server/log-holder.ts";
import { neededStep, openStep } from "#app/_server/next-step.ts";
import type { SignInRequest } from "#app/_server/sign-in-request.ts";
import { listedDomains, vouchedOf } from "#app/_server/vouching-providers.ts";
import { unknownPasswordHash } from "#db/auth-store/hash-password.ts";
import { admitVouched } from "#db/auth-store/linked-sign-ins.ts";
import { noteSignInChange } from "#db/auth-store/sign-in-changes.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";
import { browserLabel } from "#lib/access/browser-label.ts";

/**
 * Lets in whom a provider vouches for, or leads them to their second factor.
 * @returns true; false for whom nobody here knows; or the path of the next step
 */
export async function admit(
  account: Account,
  profile: Profile | undefined,
  { cookies, userAgent }: SignInRequest,
): Promise<boolean | string> {
  const [db, now] = [currentDatabase(), Date.now()];
  const vouched = vouchedOf(account, profile);
  const newcomers = { domains: listedDomains(), passwordHash: unknownPasswordHash() };
  const found = vouched === null ? null : await whenFree(() => admitVouched(db, vouched, newcomers, now));
  if (found === null) {
    logHolder.log?.({ event: "vouched-sign-in-refused", said: account.provider });
    return false;
  }
  if (found.isNewLink) {
    const change = { userId: found.userId, kind: "linked", label: browserLabel(userAgent), at: now } as const;
    await whenFree(() => noteSignInChange(db, change));
    logHolder.log?.({ event: "sign-in-changed", userId: found.userId, said: "linked" });
  }
  if (neededStep(db, found, cookies, now) === "done") return true;
  openStep(db, found, cookies);
  return "/sign-in?step=1";
}
