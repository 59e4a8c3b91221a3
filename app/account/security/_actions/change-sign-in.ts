import { revalidatePath } from "next/cache";
import { actionRequest } from "#app/_server/action-request.ts";
import { logHolder } from "#app/_server/log-holder.ts";
import { type CurrentUser, requireUser } from "#app/_server/session.ts";
import { isProven } from "#db/auth-store/recent-proof.ts";
import { drawRecoveryCodes, keepRecoveryCodes } from "#db/auth-store/recovery-codes.ts";
import { readSecondFactors } from "#db/auth-store/second-factors.ts";
import { noteSignInChange, type SignInChangeKind } from "#db/auth-store/sign-in-changes.ts";
import { currentDatabase } from "#db/connection.ts";
import { inTransaction } from "#db/in-transaction.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { whenFree } from "#db/when-free.ts";
import { browserLabel } from "#lib/access/browser-label.ts";
import type { SecurityState } from "../security-state.ts";

const PAGE = "/account/security";

/** What a change was made with. */
interface Change {
  readonly db: IntisharDatabase;
  readonly user: CurrentUser;
  readonly now: number;
}

/** Does something as whoever is signed in and proved it within ten minutes; tells others to prove it. */
export async function whenProven(act: (change: Change) => Promise<SecurityState>): Promise<SecurityState> {
  const user = await requireUser(PAGE);
  const [db, now] = [currentDatabase(), Date.now()];
  const state = isProven(db, user.sessionId, now)
    ? await act({ db, user, now })
    : { fault: "security.fault.prove" as const };
  revalidatePath(PAGE);
  return state;
}

/**
 * Changes how a person signs in, and tells them and the log of it: all of it or nothing.
 * @param work false: there was nothing to change
 */
export async function changeSignIn(
  { db, user, now }: Change,
  kind: SignInChangeKind,
  work: () => boolean | undefined,
): Promise<boolean> {
  const label = browserLabel((await actionRequest()).userAgent);
  const isChanged = await whenFree(() =>
    inTransaction(db.$client, () => {
      if (work() === false) return false;
      noteSignInChange(db, { userId: user.id, kind, label, at: now });
      return true;
    }),
  );
  if (isChanged) logHolder.log?.({ event: "sign-in-changed", userId: user.id, said: kind });
  return isChanged;
}

/** Makes recovery codes for whoever has just got a second factor and has none. */
export async function firstCodes(change: Change): Promise<SecurityState> {
  return readSecondFactors(change.db, change.user.id).codesLeft > 0 ? {} : newCodes(change);
}

/** Makes recovery codes; those before them are void. */
export async function newCodes(change: Change): Promise<SecurityState> {
  const { codes, hashes } = await drawRecoveryCodes();
  const { db, user, now } = change;
  await changeSignIn(change, "codes-made", () => {
    keepRecoveryCodes(db, { userId: user.id, hashes, now });
    return undefined;
  });
  return { codes };
}
