import { eq } from "drizzle-orm";
import { hasSecondFactor } from "#db/auth-store/second-factors.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { secondFactorRules } from "#db/schema/second-factors.ts";
import { SecondFactorNeededError } from "#lib/access/errors.ts";
import { DAY } from "#lib/time/lengths.ts";

/** How long members may go on without, once a workspace requires a second factor. */
export const GRACE_MS = 7 * DAY;

interface Member {
  readonly workspaceId: number;
  readonly userId: number;
}

/** Until when a member may go on without a second factor, in UTC milliseconds; null: they have one, or need none. */
export function secondFactorDue(db: IntisharDatabase, { workspaceId, userId }: Member): number | null {
  const isIt = eq(secondFactorRules.workspaceId, workspaceId);
  const rule = db.select({ since: secondFactorRules.since }).from(secondFactorRules).where(isIt).get();
  return rule === undefined || hasSecondFactor(db, userId) ? null : rule.since + GRACE_MS;
}

/**
 * Lets a member pass who has a second factor, or need not have it yet.
 * @throws SecondFactorNeededError for anybody else
 */
export function assertSecondFactor(db: IntisharDatabase, member: Member, now: number): void {
  const due = secondFactorDue(db, member);
  if (due !== null && due <= now) throw new SecondFactorNeededError();
}
