import { expect, type Page } from "@playwright/test";
import { createFirstAccount } from "#e2e/create-first-account.ts";
import { test } from "#e2e/fixtures.ts";
import { shareLog } from "#e2e/journeys/share-log.ts";
import { ownerAccount } from "#e2e/owner-account.ts";
import { signIn } from "#e2e/sign-in.ts";

const CAMPAIGN = "Spring data bundle";

async function createCampaign(page: Page): Promise<string> {
  await page
    .getByRole("link", { name: /(new|create).*campaign/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/campaigns\/new$/);
  await page.getByLabel(/name/i).first().fill(CAMPAIGN);
  await page.getByRole("button", { name: /create/i }).click();
  await expect(page).toHaveURL(/\/campaigns\/\d+(\/|$)/);
  return page.url().replace(/(\/campaigns\/\d+).*/, "$1");
}

async function importShares(page: Page, campaign: string): Promise<void> {
  await page.goto(`${campaign}/import`);
  await page.getByLabel(/file/i).setInputFiles({
    name: "shares.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(shareLog()),
  });
  await page.getByRole("button", { name: /upload/i }).click();
  await expect(page).toHaveURL(/\/import\/\d+$/);
  await page.getByRole("button", { name: /^(start )?import/i }).click();
  await expect(page.getByText(/13 (rows |events |shares )?(were )?(imported|accepted)/i)).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^sign out$/i }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

test("from the set-up link to the first cascade, and out again", async ({ emptyApp, page, browser }) => {
  const setUpLink = emptyApp.setUpLink();
  await createFirstAccount(page, setUpLink, ownerAccount);

  await test.step("the set-up link works once", async () => {
    expect((await page.request.get(setUpLink)).status()).toBe(404);
  });

  await signIn(page, emptyApp.url, ownerAccount);
  const home = page.url();
  const campaign = await createCampaign(page);
  await importShares(page, campaign);

  await test.step("the overview counts the file's shares", async () => {
    await page.goto(campaign);
    await expect(page.getByRole("heading", { level: 1, name: CAMPAIGN })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("13");
  });

  await test.step("a cascade opens from the list", async () => {
    await page.goto(`${campaign}/cascades`);
    await page.getByRole("link", { name: "alpha", exact: true }).click();
    await expect(page).toHaveURL(/\/cascades\/[^/]+$/);
    await expect(page.getByRole("main")).toContainText("alpha12");
  });

  const cookies = await page.context().cookies();
  await signOut(page);

  await test.step("the cookie of the ended session opens nothing", async () => {
    const thief = await browser.newContext();
    await thief.addCookies(cookies);
    const stolen = await thief.newPage();
    await stolen.goto(home);
    await expect(stolen).toHaveURL(/\/sign-in/);
    await thief.close();
  });
});
