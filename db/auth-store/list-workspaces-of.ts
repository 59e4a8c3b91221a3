import { asc, eq } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { memberships } from "#db/schema/memberships.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import type { Role } from "#lib/access/permission.ts";

/** A workspace and what the person is in it. */
export interface JoinedWorkspace {
  slug: string;
  name: string;
  role: Role;
}

/** The workspaces that a person belongs to, by name. */
export function listWorkspacesOf(db: IntisharDatabase, userId: number): JoinedWorkspace[] {
  return db
    .select({ slug: workspaces.slug, name: workspaces.name, role: memberships.role })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(workspaces.name), asc(workspaces.id))
    .all();
}
