import { expect, type Page } from "@playwright/test";
import type { Account } from "#e2e/owner-account.ts";

/** Signs in through the form; ends on the campaigns of the account's workspace. */
export async function signIn(page: Page, url: string, account: Account): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel(/e-?mail/i).fill(account.email);
  await page.getByLabel(/^password/i).fill(account.password);
  await page.getByRole("button", { name: /^sign in$/i }).click();
  await expect(page).toHaveURL(/\/w\/[a-z0-9-]+$/);
  // React reports a page that is left while it still streams as one that the server gave up.
  await page.waitForLoadState("load");
}
