import type { Page } from "@playwright/test";
import { createCampaign } from "#e2e/journeys/create-campaign.ts";
import type { LandingSite } from "#e2e/journeys/landing-site.ts";

/**
 * Makes a campaign that collects from a site, and puts its script into the site's page.
 * @returns the campaign's address
 */
export async function startTrackedCampaign(
  page: Page,
  {
    appUrl,
    name,
    site,
    attributes = "",
  }: { appUrl: string; name: string; site: LandingSite; attributes?: string },
): Promise<string> {
  await page.goto(appUrl);
  const campaign = await createCampaign(page, name);
  await page.goto(`${campaign}/collect/set-up`);
  await page.getByLabel("The campaign’s page").fill(site.url);
  await page.getByRole("button", { name: "Save" }).click();
  const snippet = await page.getByLabel("The script, and a share button").inputValue();
  site.setSnippet(snippet.replace("<script async", `<script async ${attributes}`));
  return campaign;
}
