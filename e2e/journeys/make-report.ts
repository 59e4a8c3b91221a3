import { expect, type Page } from "@playwright/test";

/**
 * Makes a report link of a campaign through the form.
 * @returns the link, which the page shows this once
 */
export async function makeReport(
  page: Page,
  campaign: string,
  wanted: { name: string; dates?: "fixed" | "bounded"; password?: string; csv?: boolean },
): Promise<string> {
  await page.goto(`${campaign}/reports/new`, { waitUntil: "networkidle" });
  await page.getByRole("textbox", { name: "Name" }).fill(wanted.name);
  await page.getByLabel("Days", { exact: true }).selectOption(wanted.dates ?? "fixed");
  await page.getByLabel("From").fill("2026-02-20");
  await page.getByLabel("To", { exact: true }).fill("2026-03-10");
  await page.getByLabel("Password", { exact: true }).fill(wanted.password ?? "");
  await page.getByLabel("The reader may download CSV files").setChecked(wanted.csv ?? false);
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = page.getByLabel("Report link");
  await expect(link).toHaveValue(/\/r\/[\w-]{43}$/);
  return link.inputValue();
}
