import { desc, eq } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { signInChanges } from "#db/schema/second-factors.ts";

/** What can change of how a person signs in. */
export const SIGN_IN_CHANGES = [
  "totp-on",
  "totp-off",
  "codes-made",
  "code-used",
  "passkey-added",
  "passkey-removed",
  "linked",
  "unlinked",
  "browser-trusted",
] as const;
export type SignInChangeKind = (typeof SIGN_IN_CHANGES)[number];

export interface SignInChange {
  readonly id: number;
  readonly kind: SignInChangeKind;
  /** Browser and system that made it. */
  readonly label: string;
  /** Unix milliseconds. */
  readonly at: number;
}

const MOST_LISTED = 10;

/** Keeps a change for the person's own eyes, in whichever browser they look. */
export function noteSignInChange(
  db: IntisharDatabase,
  change: { userId: number; kind: SignInChangeKind; label: string; at: number },
): void {
  db.insert(signInChanges).values(change).run();
}

/** The last ten changes, the newest first. */
export function listSignInChanges(db: IntisharDatabase, userId: number): SignInChange[] {
  const rows = db
    .select()
    .from(signInChanges)
    .where(eq(signInChanges.userId, userId))
    .orderBy(desc(signInChanges.id))
    .limit(MOST_LISTED)
    .all();
  return rows.flatMap(({ id, kind, label, at }) => {
    const known = SIGN_IN_CHANGES.find((name) => name === kind);
    return known === undefined ? [] : [{ id, kind: known, label, at }];
  });
}
