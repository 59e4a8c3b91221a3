import { expect, type Page } from "@playwright/test";
import type { Account } from "#e2e/owner-account.ts";

/** Fills the form behind the one-time link; ends on the sign-in page. */
export async function createFirstAccount(page: Page, setUpLink: string, account: Account): Promise<void> {
  await page.goto(setUpLink);
  await page.getByLabel(/e-?mail/i).fill(account.email);
  await page.getByLabel(/^password/i).fill(account.password);
  await page.getByLabel(/workspace/i).fill(account.workspace);
  await page.getByLabel(/time ?zone/i).selectOption("Asia/Riyadh");
  await page.getByRole("button", { name: /^create account$/i }).click();
  await expect(page).toHaveURL(/\/sign-in\?/);
}
