import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { noteLostEvents } from "#db/intake/lost-events.ts";
import { readAcknowledged } from "#db/intake/read-acknowledged.ts";
import { openDatabase } from "#db/open-database.ts";
import { test } from "#e2e/fixtures.ts";
import { PLANTED_SECRET, plantApp } from "#e2e/plant-app.ts";
import { startApp } from "#e2e/serve.ts";
import { LOCALE_COOKIE } from "#lib/i18n/locales.ts";

const SAID = "7 acknowledged events are missing.";

/** Whether anything is cut off, or reaches out of the window. */
function overflow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}

test("lost events stay said on every page of the owner until they confirm it", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "intishar-lost-"));
  const databasePath = join(folder, "test.db");
  const { cookie } = await plantApp(databasePath);
  const db = openDatabase(databasePath);
  noteLostEvents(db, { mark: readAcknowledged(db) + 7, now: Date.UTC(2026, 2, 1) });
  const app = await startApp({ databasePath, env: { AUTH_SECRET: PLANTED_SECRET } });
  try {
    expect(app.output()).toContain("7 acknowledged events are not in");
    const [name = "", value = ""] = cookie.split("=");
    await page.context().addCookies([{ name, value, url: app.url }]);
    for (const path of ["/w/w", "/w/w/campaigns/1", "/w/w/definitions"]) {
      await page.goto(`${app.url}${path}`);
      await expect(page.getByText(SAID)).toBeVisible();
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await page.context().addCookies([{ name: LOCALE_COOKIE, value: "ar", url: app.url }]);
    await page.goto(`${app.url}/w/w`);
    await expect(page.getByText("فُقدت 7 أحداث أُكِّد استلامها.")).toBeVisible();
    expect(await overflow(page)).toBe(false);
    expect(await (await page.request.get(`${app.url}/readyz`)).json()).toMatchObject({
      checks: { events: "events were lost" },
    });
    await page.getByRole("button", { name: "علمتُ بذلك" }).click();
    await expect(page.getByRole("button", { name: "علمتُ بذلك" })).toHaveCount(0);
    await page.reload();
    await expect(page.getByText("أُكِّد استلامها")).toHaveCount(0);
    expect(db.$client.prepare("SELECT confirmed_by FROM lost_events").pluck().get()).toBe(1);
    await page.waitForLoadState("networkidle");
    await page.goto("about:blank");
  } finally {
    await app.stop();
    db.$client.close();
    rmSync(folder, { recursive: true });
  }
});
