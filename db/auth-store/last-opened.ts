import { and, asc, desc, eq, isNull, lt, or } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { memberships } from "#db/schema/memberships.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { writeLater } from "#db/write-later.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import type { MembershipKey } from "./membership.ts";

/** Slug of the workspace that a person opened last, or of their first by name; null when they belong to none. */
export function findLastOpened(db: IntisharDatabase, userId: number): string | null {
  const row = db
    .select({ slug: workspaces.slug })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(eq(memberships.userId, userId))
    .orderBy(desc(memberships.openedAt), asc(workspaces.name), asc(workspaces.id))
    .get();
  return row?.slug ?? null;
}

/** Notes, a little later and to a minute, that a person has opened a workspace. @param now Unix milliseconds */
export function noteOpened(db: IntisharDatabase, { workspaceId, userId }: MembershipKey, now: number): void {
  const isOwn = and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId));
  const isOld = or(isNull(memberships.openedAt), lt(memberships.openedAt, now - MINUTE));
  const due = db.select({ role: memberships.role }).from(memberships).where(and(isOwn, isOld)).get();
  if (due === undefined) return;
  writeLater(db, `opened ${workspaceId} ${userId}`, () => {
    db.update(memberships).set({ openedAt: now }).where(and(isOwn, isOld)).run();
  });
}
