import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { addMember } from "#e2e/add-member.ts";
import type { Account } from "#e2e/owner-account.ts";
import type { RunningApp } from "#e2e/serve.ts";

export const IN = /\/w\/[a-z0-9-]+$/;

export async function signOut(page: Page, app: RunningApp): Promise<void> {
  await page.goto(`${app.url}/account`);
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
}

export async function givePassword(page: Page, app: RunningApp, { email, password }: Account): Promise<void> {
  await page.goto(`${app.url}/sign-in`);
  await page.getByLabel(/e-?mail/i).fill(email);
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "One more step" })).toBeFocused();
}

export async function expectNoFaults(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}

export async function memberOf(app: RunningApp): Promise<Account> {
  return { ...(await addMember(app, { role: "editor" })), workspace: "" };
}
