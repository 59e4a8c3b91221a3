import { eq } from "drizzle-orm";
import { GRACE_MS } from "#db/auth-store/second-factor-due.ts";
import { hasSecondFactor } from "#db/auth-store/second-factors.ts";
import { memberships } from "#db/schema/memberships.ts";
import { secondFactorRules } from "#db/schema/second-factors.ts";
import { users } from "#db/schema/users.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Whether a workspace requires a second factor, and who goes without. Times are UTC milliseconds. */
export interface SecondFactorRule {
  /** Since when, and until when members may go on without; null: it is not required. */
  readonly required: { readonly since: number; readonly until: number } | null;
  /** E-mail addresses of members who have none, in order. */
  readonly without: readonly string[];
}

export function readSecondFactorRule(scope: Scope<"workspace.manage">): SecondFactorRule {
  const db = databaseOf(scope);
  const { workspaceId } = scope;
  const rule = db
    .select()
    .from(secondFactorRules)
    .where(eq(secondFactorRules.workspaceId, workspaceId))
    .get();
  const members = db
    .select({ id: users.id, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.workspaceId, workspaceId))
    .orderBy(users.email)
    .all();
  return {
    required: rule === undefined ? null : { since: rule.since, until: rule.since + GRACE_MS },
    without: members.filter(({ id }) => !hasSecondFactor(db, id)).map(({ email }) => email),
  };
}
