import { type Browser, expect, type Page } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";
import { createCampaign } from "#e2e/journeys/create-campaign.ts";
import { type LandingSite, startLandingSite } from "#e2e/journeys/landing-site.ts";
import { type ContextWatch, watchContext } from "#e2e/watch-context.ts";

/** Somebody with a browser of their own. */
interface Visitor {
  readonly page: Page;
  readonly watch: ContextWatch;
}

async function newVisitor(browser: Browser, userAgent: string): Promise<Visitor> {
  const context = await browser.newContext({ userAgent });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  return { watch: watchContext(context), page: await context.newPage() };
}

const AGENT = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0";

async function setUp(page: Page, campaign: string, site: LandingSite): Promise<void> {
  await page.goto(`${campaign}/collect`);
  await page.getByRole("link", { name: "Set up collecting" }).click();
  await page.getByLabel("The campaign’s page").fill("javascript:alert(1)");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("This is not an http or https address")).toBeVisible();
  await page.getByLabel("The campaign’s page").fill(site.url);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Waiting for the first event")).toBeVisible();
  site.setSnippet(await page.getByLabel("The script, and a share button").inputValue());
}

async function makeLink(page: Page, campaign: string): Promise<string> {
  await page.goto(`${campaign}/collect`);
  await page.getByRole("link", { name: "New link" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Newsletter");
  await page.getByLabel("Medium").fill("email");
  await page.getByRole("button", { name: "Create the link" }).click();
  await expect(page.getByText("Web analytics drops the other tags without a source")).toBeVisible();
  await page.getByLabel("Source").fill("newsletter");
  await page.getByRole("button", { name: "Create the link" }).click();
  const row = page.getByRole("row", { name: /Newsletter/ });
  await expect(row).toBeVisible();
  const file = page.waitForEvent("download");
  await row.getByRole("link", { name: "QR PNG of Newsletter" }).click();
  expect((await file).suggestedFilename()).toMatch(/^intishar_\w+_qr\.png$/);
  return `http://${await row.locator("bdi.font-mono").innerText()}`;
}

test("from a link to a share to a conversion, live", async ({ app, ownerPage, browser, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const site = await startLandingSite();
  await ownerPage.goto(app.url);
  const campaign = await createCampaign(ownerPage, "Collected live");
  await setUp(ownerPage, campaign, site);
  const link = await makeLink(ownerPage, campaign);
  const board = await context.newPage();
  await board.goto(`${campaign}/live`);
  await expect(board.getByText("Up to date")).toBeVisible();
  const newest = board.getByRole("table", { name: "Newest events" });

  const first = await newVisitor(browser, `${AGENT} Mobile Safari/537.36`);
  await test.step("somebody arrives by the link", async () => {
    await first.page.goto(link);
    await expect(first.page.getByRole("heading", { name: "Spring offer" })).toBeVisible();
    // The tags stay for the site's own analytics; the code is gone, so that the address can be copied.
    await expect(first.page).toHaveURL(`${site.url}?utm_source=newsletter&utm_medium=email`);
    await expect(newest.getByRole("row").filter({ hasText: "Visit" })).toHaveCount(1);
  });

  await test.step("they share with one press", async () => {
    await first.page.getByRole("button", { name: "Copy link" }).click();
    await expect(first.page.getByText("Link copied")).toBeVisible();
    await expect(newest.getByRole("row").filter({ hasText: "Share delivered" })).toHaveCount(1);
  });
  const shared = await first.page.evaluate(() => navigator.clipboard.readText());
  expect(shared).toMatch(/\/s\/[0-9A-Za-z]{17}$/);
  expect(shared).not.toBe(link);

  const second = await newVisitor(browser, `${AGENT} Safari/537.36`);
  await test.step("somebody else arrives by that share, and converts", async () => {
    await second.page.goto(shared);
    await second.page.getByRole("button", { name: "Order" }).click();
    const conversion = newest.getByRole("row").filter({ hasText: "Conversion" });
    await expect(conversion).toHaveCount(1);
    // Brought by the first visitor, whose name the share's row bears, too.
    const share = newest.getByRole("row").filter({
      has: board.getByRole("cell", { name: "Share", exact: true }),
      hasNotText: "by themselves",
    });
    const sharer = await share.getByRole("link").first().innerText();
    await expect(conversion).toContainText(sharer);
    const code = shared.split("/").at(-1) ?? "";
    await conversion.getByRole("link", { name: link.split("/").at(-1) ?? "" }).click();
    await board.getByText("Table", { exact: true }).click();
    await expect(board.getByRole("cell", { name: code })).toBeVisible();
  });

  await test.step("the set-up check, the links and the quality page know of it", async () => {
    await ownerPage.goto(`${campaign}/collect/set-up`);
    await expect(ownerPage.getByText("Waiting for the next event.")).toBeVisible();
    await second.page.getByRole("button", { name: "Order" }).click();
    await expect(ownerPage.getByText("An event has arrived")).toBeVisible();
    await ownerPage.goto(`${campaign}/collect`);
    const cells = ownerPage.getByRole("row", { name: /Newsletter/ }).getByRole("cell");
    await expect(cells.nth(3)).toHaveText("1");
    await expect(cells.nth(4)).toHaveText("1");
    await ownerPage.goto(`${campaign}/collect/quality`);
    const browsers = ownerPage.getByRole("row", { name: /^Browsers/ }).getByRole("cell");
    // Two views, a share, its delivery, two conversions.
    await expect(browsers.nth(2)).toHaveText("6");
  });

  await test.step("a paused link says so", async () => {
    await ownerPage.goto(`${campaign}/collect`);
    await ownerPage.getByRole("button", { name: "Pause Newsletter" }).click();
    await expect(ownerPage.getByRole("button", { name: "Resume Newsletter" })).toBeVisible();
    await expect.poll(async () => (await first.page.request.get(link)).status()).toBe(410);
  });

  for (const { page, watch } of [first, second]) {
    expect(watch.faults()).toEqual([]);
    await page.context().close();
  }
  await site.stop();
});
