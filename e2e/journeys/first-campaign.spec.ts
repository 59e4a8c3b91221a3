import { type Browser, type Cookie, expect, type Page } from "@playwright/test";
import { createFirstAccount } from "#e2e/create-first-account.ts";
import { test } from "#e2e/fixtures.ts";
import { createCampaign } from "#e2e/journeys/create-campaign.ts";
import { importShareLog } from "#e2e/journeys/import-share-log.ts";
import { ownerAccount } from "#e2e/owner-account.ts";
import { signIn } from "#e2e/sign-in.ts";

const CAMPAIGN = "Spring data bundle";

/** What `shareLog` holds; K is the 4 shares that its 10 re-shares brought. */
const FIGURES = { Sharers: "13", K: "0.400", Depth: "2" };

async function checkFigures(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: CAMPAIGN })).toBeVisible();
  for (const [label, value] of Object.entries(FIGURES)) {
    const stat = page.locator("dl > div").filter({ has: page.getByText(label, { exact: true }) });
    await expect(stat.getByText(value, { exact: true }), label).toBeVisible();
  }
}

async function checkCascade(page: Page): Promise<void> {
  await page.getByRole("link", { name: "alpha", exact: true }).click();
  await expect(page).toHaveURL(/\/cascades\/alpha$/);
  await expect(page.locator("canvas").first()).toBeVisible();
  const table = page.getByRole("table", { name: "Shares of this cascade" });
  await expect(table).toHaveCount(0);

  await page.getByText("Table", { exact: true }).click();
  // Its six shares below the header.
  await expect(table.getByRole("row")).toHaveCount(7);
  await expect(table.getByRole("cell", { name: "alpha12", exact: true })).toBeVisible();
  await expect(page.locator("canvas")).toHaveCount(0);
}

/** Where a browser that holds nothing but this cookie ends up. */
async function openWithCookie(browser: Browser, cookie: Cookie, url: string): Promise<string> {
  const context = await browser.newContext();
  await context.addCookies([cookie]);
  const page = await context.newPage();
  await page.goto(url);
  const { pathname } = new URL(page.url());
  await context.close();
  return pathname;
}

async function sessionCookie(page: Page): Promise<Cookie> {
  const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith("intishar.session"));
  if (cookie === undefined) throw new Error("A signed-in browser holds no session cookie.");
  return cookie;
}

test("from the set-up link to the first cascade, and out again", async ({ emptyApp, page, browser }) => {
  const setUpLink = emptyApp.setUpLink();
  await createFirstAccount(page, setUpLink, ownerAccount);

  await test.step("the set-up link works once", async () => {
    expect((await page.request.get(setUpLink)).status()).toBe(404);
  });

  await signIn(page, emptyApp.url, ownerAccount);
  const home = page.url();
  const campaign = await createCampaign(page, CAMPAIGN);
  await importShareLog(page);

  await test.step("the overview shows the file's figures", async () => {
    await page.getByRole("link", { name: "See the campaign" }).click();
    await expect(page).toHaveURL(campaign);
    await checkFigures(page);
  });

  await test.step("a cascade opens from the list, as a picture and as a table", async () => {
    await page.goto(`${campaign}/cascades`);
    await checkCascade(page);
  });

  await test.step("the session's cookie opens nothing once signed out", async () => {
    const cookie = await sessionCookie(page);
    expect(await openWithCookie(browser, cookie, home)).toBe(new URL(home).pathname);

    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    expect(await openWithCookie(browser, cookie, home)).toBe("/sign-in");
  });
});
