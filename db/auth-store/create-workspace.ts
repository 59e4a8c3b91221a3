import { and, eq } from "drizzle-orm";
import { setMembership } from "#db/auth-store/membership.ts";
import { inTransaction } from "#db/in-transaction.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { memberships } from "#db/schema/memberships.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { slugOfName } from "#lib/domain/slug-of-name.ts";
import { mintToken } from "./mint-token.ts";

const SUFFIX_LENGTH = 6;

/** Whether somebody may make workspaces: who owns one, so that a guest of the server does not. */
export function mayCreateWorkspaces(db: IntisharDatabase, userId: number): boolean {
  const owned = db
    .select({ id: memberships.workspaceId })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), eq(memberships.role, "owner")))
    .get();
  return owned !== undefined;
}

/**
 * Makes a workspace and its maker the owner.
 * @param workspace.now Unix milliseconds
 * @returns its slug: of the name, with a suffix where that is taken
 * @throws NotFoundError when the person owns none yet
 */
export function createWorkspace(
  db: IntisharDatabase,
  { userId, name, zone, now }: { userId: number; name: string; zone: string; now: number },
): string {
  return inTransaction(db.$client, () => {
    if (!mayCreateWorkspaces(db, userId)) throw new NotFoundError("workspace");
    const plain = slugOfName(name);
    const taken = db.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.slug, plain)).get();
    const slug = taken === undefined ? plain : `${plain}-${slugSuffix()}`;
    const { id } = db
      .insert(workspaces)
      .values({ slug, name, zone, createdAt: now })
      .returning({ id: workspaces.id })
      .get();
    setMembership(db, { workspaceId: id, userId }, { role: "owner", campaigns: [], joinedAt: now });
    return slug;
  });
}

/** Letters and digits that tell a slug from others of its name. */
export function slugSuffix(): string {
  return mintToken()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(0, SUFFIX_LENGTH);
}
