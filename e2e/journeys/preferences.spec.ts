import { expect } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";

for (const colorScheme of ["dark", "light"] as const)
  test(`who likes pages ${colorScheme} sees them so from the first one on, and chooses otherwise at will`, async ({
    app,
    browser,
  }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto(`${app.url}/sign-in`);
    // What Playwright pretends reaches the browser's hints from the second request on.
    await page.reload();
    const root = page.locator("html");
    const isDark = colorScheme === "dark";
    await expect(root).toHaveClass(isDark ? /dark/ : /^(?!.*dark)/);
    await page.getByRole("button", { name: isDark ? "Light" : "Dark" }).click();
    await expect(root).toHaveClass(isDark ? /^(?!.*dark)/ : /dark/);
    await page.reload();
    await expect(root).toHaveClass(isDark ? /^(?!.*dark)/ : /dark/);
    await context.close();
  });
