import type { Page } from "@playwright/test";

/** Whether an address is the one that hands out codes. */
export const isOfCodes = (address: string) => address.includes("/api/v1/codes");
/** Shares, and tells the code. */
export const share = (page: Page) => page.evaluate(() => window.intishar?.share().code ?? "");
/** Presses what the landing site counts as a conversion. */
export const order = (page: Page) => page.getByRole("button", { name: "Order" }).click();

/** Opens a tracked page and waits until the script has the server's codes. */
export async function openWithCodes(page: Page, url: string): Promise<void> {
  const codes = page.waitForResponse((answer) => isOfCodes(answer.url()));
  await page.goto(url);
  await (await codes).finished();
}
