import { randomBytes } from "node:crypto";
import { hashPassword } from "#db/auth-store/hash-password.ts";
import { openDatabase } from "#db/open-database.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import type { Account } from "#e2e/owner-account.ts";
import type { RunningApp } from "#e2e/serve.ts";
import type { Role } from "#lib/access/permission.ts";

const PASSWORD = "slow-herons-cross-17-bridges";

/** Gives a workspace of a running app one more member. @returns what they sign in with */
export async function addMember(
  app: RunningApp,
  { role, workspaceId = 1 }: { role: Role; workspaceId?: number },
): Promise<Account> {
  // Tests share an app, and each brings its own people.
  const email = `${role}-${randomBytes(4).toString("hex")}@intishar.test`;
  const passwordHash = await hashPassword(PASSWORD);
  const db = openDatabase(app.databasePath);
  plantMember(db, { workspaceId, role, email, passwordHash });
  db.$client.close();
  return { email, password: PASSWORD, workspace: "" };
}
