import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { fillTenants, type Tenants } from "#db/queries/testing/fill-tenants.ts";
import { Vault } from "#db/vault/vault.ts";
import { type RunningApp, startApp } from "#e2e/serve.ts";

const SECRET = "a secret of this test alone, long enough to pass";

/** An app over three workspaces, of which the first is full of canaries and the third bears the same ids. */
export interface TenantsApp {
  readonly app: RunningApp;
  /** A connection of the test's own. */
  readonly tenants: Tenants;
  /** The cookie of somebody who is signed in anew. */
  cookieOf(userId: number): Promise<{ readonly name: string; readonly value: string }>;
  stop(): Promise<void>;
}

/**
 * @param plant what else is to be there before the app starts
 * @param env what else the app is told
 */
export async function startTenants(
  plant: (tenants: Tenants) => void = () => undefined,
  env: Readonly<Record<string, string>> = {},
): Promise<TenantsApp> {
  const folder = mkdtempSync(join(tmpdir(), "intishar-tenants-"));
  const databasePath = join(folder, "test.db");
  migrate(databasePath);
  const db = openDatabase(databasePath, { vault: new Vault({ current: SECRET, previous: [] }) });
  const tenants = fillTenants(db);
  plant(tenants);
  const app = await startApp({
    databasePath,
    env: { AUTH_SECRET: SECRET, TRUSTED_PROXIES: "127.0.0.1,::1", ...env },
  });
  return {
    app,
    tenants,
    cookieOf: async (userId) => {
      const sessionId = createSession(db, { userId, label: "test", now: Date.now() });
      const value = await encode({ token: { sessionId }, secret: SECRET });
      return { name: sessionCookie(app.url).name, value };
    },
    stop: async () => {
      db.$client.close();
      await app.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
