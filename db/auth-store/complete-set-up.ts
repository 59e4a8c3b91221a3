import { eq } from "drizzle-orm";
import { hasSetUpToken } from "#db/auth-store/has-set-up-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { installation } from "#db/schema/installation.ts";
import { memberships } from "#db/schema/memberships.ts";
import { users } from "#db/schema/users.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { ConflictError, NotFoundError } from "#lib/access/errors.ts";

/** The first account and the workspace it owns. */
export interface SetUp {
  token: string;
  /** As `canonicalEmail` returns it. */
  email: string;
  /** As `hashPassword` returns it. */
  passwordHash: string;
  workspaceName: string;
  workspaceSlug: string;
  /** IANA zone. */
  zone: string;
  /** Unix milliseconds. */
  now: number;
}

type Transaction = Parameters<Parameters<IntisharDatabase["transaction"]>[0]>[0];

/**
 * Creates the first account, its workspace and its ownership, and spends the token: all of it or nothing.
 * @throws NotFoundError when the token is wrong or spent, also by a request at the same time
 * @throws ConflictError on `email` or `workspaceSlug` when that is taken, say by demo data
 */
export function completeSetUp(db: IntisharDatabase, setUp: SetUp): { userId: number; workspaceId: number } {
  return db.transaction(
    (tx) => {
      if (!hasSetUpToken(tx, setUp.token)) throw new NotFoundError("set-up token");
      expectFree(tx, setUp);
      const { userId, workspaceId } = insertOwner(tx, setUp);
      tx.update(installation)
        .set({ setUpTokenHash: null, setUpAt: setUp.now })
        .where(eq(installation.id, 1))
        .run();
      return { userId, workspaceId };
    },
    { behavior: "immediate" },
  );
}

function expectFree(tx: Transaction, setUp: SetUp): void {
  const user = tx.select({ id: users.id }).from(users).where(eq(users.email, setUp.email)).get();
  if (user !== undefined) throw new ConflictError("email", "taken");
  const workspace = tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.slug, setUp.workspaceSlug))
    .get();
  if (workspace !== undefined) throw new ConflictError("workspaceSlug", "taken");
}

function insertOwner(tx: Transaction, setUp: SetUp): { userId: number; workspaceId: number } {
  const user = tx
    .insert(users)
    .values({ email: setUp.email, passwordHash: setUp.passwordHash, createdAt: setUp.now })
    .returning({ id: users.id })
    .get();
  const workspace = tx
    .insert(workspaces)
    .values({ slug: setUp.workspaceSlug, name: setUp.workspaceName, zone: setUp.zone, createdAt: setUp.now })
    .returning({ id: workspaces.id })
    .get();
  tx.insert(memberships).values({ workspaceId: workspace.id, userId: user.id, role: "owner" }).run();
  return { userId: user.id, workspaceId: workspace.id };
}
