import { expect } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";
import { LOCALE_COOKIE } from "#lib/i18n/locales.ts";

for (const { locale, title } of [
  { locale: "en", title: "Keyboard shortcuts" },
  { locale: "ar", title: "اختصارات لوحة المفاتيح" },
]) {
  test(`keys search and list themselves in ${locale}`, async ({ app, campaign, ownerPage: page }) => {
    await page.context().addCookies([{ name: LOCALE_COOKIE, value: locale, url: app.url }]);
    // Nothing listens before the scripts are there.
    await page.goto(campaign.replace(/\/campaigns\/\d+$/, ""), { waitUntil: "networkidle" });
    const search = page.getByRole("searchbox");
    const help = page.getByRole("dialog", { name: title });

    await page.keyboard.press("?");
    await expect(help).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(help).toBeHidden();

    await page.keyboard.press("/");
    await expect(search).toBeFocused();
    await page.keyboard.type("a/b?");
    await expect(search).toHaveValue("a/b?");
    await expect(help).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(search).toHaveValue("");
  });
}
