import { createSession } from "#db/auth-store/create-session.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { memberships } from "#db/schema/memberships.ts";
import { users } from "#db/schema/users.ts";
import { workspaces } from "#db/schema/workspaces.ts";

/**
 * Gives a fresh database a workspace `bench` with one campaign, 1, and signs its owner in.
 * @param now UTC milliseconds
 * @returns the session's id
 */
export function plantOwner(db: IntisharDatabase, now: number): string {
  db.insert(workspaces)
    .values({ id: 1, slug: "bench", name: "bench", zone: "Asia/Riyadh", createdAt: now })
    .run();
  db.insert(users).values({ id: 1, email: "owner@bench.example", passwordHash: "", createdAt: now }).run();
  db.insert(memberships).values({ workspaceId: 1, userId: 1, role: "owner" }).run();
  const campaign = { name: "bench", tool: "video", spend: 1000, currency: "USD", createdAt: now } as const;
  db.insert(campaigns)
    .values({ workspaceId: 1, id: 1, ...campaign })
    .run();
  return createSession(db, { userId: 1, label: "bench", now });
}
