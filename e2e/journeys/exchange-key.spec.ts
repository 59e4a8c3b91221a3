import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { openDatabase } from "#db/open-database.ts";
import { test } from "#e2e/fixtures.ts";
import { PLANTED_SECRET, plantApp } from "#e2e/plant-app.ts";
import { startApp } from "#e2e/serve.ts";
import { LOCALE_COOKIE } from "#lib/i18n/locales.ts";

const CONTROLS = "/w/w/campaigns/1/collect/controls";

test("whoever exchanges a key reads that it was, and what to do now", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "intishar-exchange-"));
  const databasePath = join(folder, "test.db");
  const { cookie, stem } = await plantApp(databasePath);
  const app = await startApp({ databasePath, env: { AUTH_SECRET: PLANTED_SECRET } });
  const db = openDatabase(databasePath);
  const stemNow = () => db.$client.prepare("SELECT stem FROM collections").pluck().get();
  try {
    const [name = "", value = ""] = cookie.split("=");
    await page.context().addCookies([{ name, value, url: app.url }]);
    await page.goto(`${app.url}${CONTROLS}`);
    const told = page.getByRole("status").filter({ hasText: "New codes begin differently from now on." });
    await expect(told).toHaveCount(0);
    await page.getByText("Change how codes begin").click();
    await page.locator("details[open]").getByRole("button", { name: "Exchange it" }).click();
    await expect(told).toBeVisible();
    expect(stemNow()).not.toBe(stem);
    await page.context().addCookies([{ name: LOCALE_COOKIE, value: "ar", url: app.url }]);
    await page.reload();
    await expect(page.getByText("تغيّرت بداية الرموز الجديدة من الآن فصاعدًا.")).toBeVisible();
    // What nobody can exchange is not said to be.
    await page.goto(`${app.url}${CONTROLS}?exchanged=everything`);
    await expect(page.getByRole("status").filter({ hasText: "تغيّرت" })).toHaveCount(0);
    // Links are looked up ahead, and must not find the server gone.
    await page.goto("about:blank");
  } finally {
    db.$client.close();
    await app.stop();
    rmSync(folder, { recursive: true });
  }
});
