import { expect } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";
import { LOCALE_COOKIE } from "#lib/i18n/locales.ts";

for (const { locale, title, single } of [
  { locale: "en", title: "Keyboard shortcuts", single: "Letters and signs work as keys" },
  { locale: "ar", title: "اختصارات لوحة المفاتيح", single: "الحروف والعلامات تعمل كمفاتيح" },
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

  test(`keys can be switched off, and on again, in ${locale}`, async ({ app, campaign, ownerPage: page }) => {
    await page.context().addCookies([{ name: LOCALE_COOKIE, value: locale, url: app.url }]);
    await page.goto(campaign, { waitUntil: "networkidle" });
    const help = page.getByRole("dialog", { name: title });
    const isOn = help.getByRole("checkbox", { name: single });
    const open = page.getByRole("button", { name: title });
    await page.keyboard.press("?");
    await isOn.uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.keyboard.press("D");
    await expect(help).toBeHidden();
    await expect(page).toHaveURL(campaign);
    // It outlives the page.
    await page.reload({ waitUntil: "networkidle" });
    await page.keyboard.press("?");
    await expect(help).toBeHidden();
    await open.click();
    await expect(isOn).not.toBeChecked();
    await isOn.check();
    await page.keyboard.press("Escape");
    await page.keyboard.press("D");
    await expect(page).toHaveURL(/period=today/);
  });
}
