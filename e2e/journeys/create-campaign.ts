import { expect, type Page } from "@playwright/test";

/**
 * From the list of campaigns through the form; ends on the new campaign's overview.
 * @returns address of the overview, without a closing slash
 */
export async function createCampaign(page: Page, name: string): Promise<string> {
  await page.getByRole("link", { name: "New campaign" }).first().click();
  await expect(page).toHaveURL(/\/campaigns\/new$/);
  await page.getByLabel(/^Name/).fill(name);
  await page.getByRole("button", { name: "Create campaign" }).click();
  await expect(page).toHaveURL(/\/campaigns\/\d+$/);
  return page.url();
}
