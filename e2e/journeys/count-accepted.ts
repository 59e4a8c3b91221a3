import type { Page } from "@playwright/test";

/** How many events of its browsers a campaign has accepted, as its Quality page says. */
export async function countAccepted(page: Page, campaign: string): Promise<number> {
  await page.goto(`${campaign}/collect/quality`);
  const cells = page.getByRole("row", { name: /^Browsers/ }).getByRole("cell");
  return (await cells.count()) === 0 ? 0 : Number(await cells.nth(2).innerText());
}
