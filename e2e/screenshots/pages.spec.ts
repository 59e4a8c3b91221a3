import { rmSync } from "node:fs";
import { hashPassword } from "#db/auth-store/hash-password.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { DEMO_EMAIL, plantDemo } from "#db/seed/plant-demo.ts";
import { test } from "#e2e/fixtures.ts";
import { startApp } from "#e2e/serve.ts";
import { signIn } from "#e2e/sign-in.ts";
import { LOCALE_COOKIE } from "#lib/i18n/locales.ts";
import { MINUTE } from "#lib/time/lengths.ts";

const FOLDER = new URL(".", import.meta.url).pathname;
const PASSWORD = "four unrelated words here";

test("the pictures of the README", async ({ page }, testInfo) => {
  test.setTimeout(2 * MINUTE);
  const databasePath = testInfo.outputPath("demo.db");
  migrate(databasePath);
  const db = openDatabase(databasePath);
  plantDemo(db, { passwordHash: await hashPassword(PASSWORD), now: Date.now() });
  db.$client.close();
  const app = await startApp({ databasePath });
  try {
    await page.setViewportSize({ width: 1280, height: 860 });
    await signIn(page, app.url, { email: DEMO_EMAIL, password: PASSWORD, workspace: "Demo" });
    await page.goto(`${app.url}/w/demo/campaigns/1`);
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: `${FOLDER}overview-en.png` });
    await page.context().addCookies([{ name: LOCALE_COOKIE, value: "ar", url: app.url }]);
    await page.goto(`${app.url}/w/demo/campaigns/2/cascades`);
    await page.locator("tbody a").first().click();
    const picture = page.locator("section").filter({ has: page.locator("canvas") });
    await picture.waitFor();
    await page.waitForLoadState("networkidle");
    await picture.screenshot({ path: `${FOLDER}cascade-ar.png` });
  } finally {
    await app.stop();
    rmSync(databasePath, { force: true });
  }
});
