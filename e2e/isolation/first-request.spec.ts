import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { TEST_SECRETS } from "#db/vault/testing/test-vault.ts";
import { test } from "#e2e/fixtures.ts";
import { PLANTED_SECRET, plantApp } from "#e2e/plant-app.ts";
import { startApp } from "#e2e/serve.ts";
import { joinSecrets } from "#lib/env/auth-secrets.ts";

// The first start seals anew what was planted.
const SECRETS = { AUTH_SECRET: PLANTED_SECRET, AUTH_SECRET_PREVIOUS: joinSecrets([TEST_SECRETS.current]) };

// Pages and routes are bundled apart and share what the first of them opened.
test("whatever is asked for first after a start, what is sealed opens everywhere", async ({ request }) => {
  // Four starts, each with a page or route of its own.
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "intishar-first-"));
  const databasePath = join(folder, "test.db");
  const { cookie } = await plantApp(databasePath);
  const headers = { Cookie: cookie };
  const setUp = "/w/w/campaigns/1/collect/set-up";
  try {
    for (const first of ["/api/auth/session", "/api/w/w/campaigns/1/intake", "/account", setUp]) {
      const app = await startApp({ databasePath, env: SECRETS });
      expect((await request.get(`${app.url}${first}`, { headers })).status(), first).toBe(200);
      const shown = await request.get(`${app.url}${setUp}`, { headers });
      expect(shown.status(), `after ${first}`).toBe(200);
      expect(await shown.text(), `after ${first}`).toContain("ipk_");
      await app.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
