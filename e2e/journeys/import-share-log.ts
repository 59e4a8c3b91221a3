import { expect, type Page } from "@playwright/test";
import { shareLog } from "#e2e/journeys/share-log.ts";

/** From an empty overview through upload, columns and check; ends on the result of the import. */
export async function importShareLog(page: Page): Promise<void> {
  const main = page.getByRole("main");
  // A link, not an address: the page is alive then, so the file cannot be chosen before anything listens.
  await main.getByRole("link", { name: "Import a file" }).click();
  await page.getByLabel("Choose a file").setInputFiles({
    name: "shares.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(shareLog()),
  });
  await expect(page).toHaveURL(/\/import\/[^/]+$/);
  await page.getByRole("button", { name: "Check the file" }).click();

  await expect(page.getByRole("heading", { name: "2. What importing would do" })).toBeVisible();
  await expect(main.getByText("Nothing has been stored yet.")).toBeVisible();
  await page.getByRole("button", { name: "Import", exact: true }).click();

  await expect(page.getByRole("heading", { name: "4. Imported" })).toBeVisible();
  await expect(main).toContainText("13 read = 13 added + 0 already there + 0 set aside + 0 refused");
}
