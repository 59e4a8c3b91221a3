import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";
import { countAccepted } from "#e2e/journeys/count-accepted.ts";
import { type LandingSite, startLandingSite } from "#e2e/journeys/landing-site.ts";
import { startTrackedCampaign } from "#e2e/journeys/start-tracked-campaign.ts";
import { isOfCodes, openWithCodes, share } from "#e2e/journeys/tracked-page.ts";

let site: LandingSite;
test.beforeAll(async () => {
  site = await startLandingSite();
});
test.afterAll(() => site.stop());

test("tabs that work side by side lose nothing and count nothing twice", async ({
  app,
  ownerPage,
  browser,
}) => {
  const campaign = await startTrackedCampaign(ownerPage, { appUrl: app.url, name: "Two tabs", site });
  const context = await browser.newContext();
  const tabs = [await context.newPage(), await context.newPage()];
  for (const tab of tabs) await tab.goto(site.url);
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(2);
  await context.setOffline(true);
  const convert = (tab: Page) =>
    tab.evaluate(() => {
      for (let i = 0; i < 20; i++) window.intishar?.convert({ value: 1 });
    });
  await Promise.all(tabs.map(convert));
  await context.setOffline(false);
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(42);
  await tabs[0]?.reload();
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(43);
  await context.close();
});

test("a duplicated tab shares by codes of its own; the next page of one tab by those it has", async ({
  app,
  ownerPage,
  browser,
}) => {
  await startTrackedCampaign(ownerPage, { appUrl: app.url, name: "Duplicated", site });
  const context = await browser.newContext();
  const page = await context.newPage();
  await openWithCodes(page, site.url);
  const opened = context.waitForEvent("page");
  const itsCodes = context.waitForEvent("response", (answer) => isOfCodes(answer.url()));
  // A window that a page opens starts with a copy of its session's storage, as a duplicated tab does.
  await page.evaluate(() => window.open(location.href));
  const copy = await opened;
  await (await itsCodes).finished();
  const codes = [await share(page), await share(page), await share(copy), await share(copy)];
  expect(new Set(codes).size).toBe(4);
  let asked = 0;
  page.on("request", (request) => {
    if (isOfCodes(request.url())) asked += 1;
  });
  await page.reload();
  await page.waitForLoadState("networkidle");
  // Two of four are left: the pool went along, and nothing had to be fetched.
  expect([await share(page), asked]).toEqual([expect.not.stringContaining("-"), 0]);
  await context.close();
});

test("a page that the browser's cache brings back is seen again, and shares by codes of its own", async ({
  app,
  ownerPage,
  browser,
}) => {
  const campaign = await startTrackedCampaign(ownerPage, { appUrl: app.url, name: "Back and forth", site });
  const context = await browser.newContext();
  const page = await context.newPage();
  await openWithCodes(page, site.url);
  const before = await share(page);
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(2);
  // Playwright cannot follow a page into that cache and back; these are the events that the page gets of it.
  const pass = (name: "pagehide" | "pageshow") =>
    page.evaluate(
      (type) =>
        window.dispatchEvent(new PageTransitionEvent(type, { persisted: true })) && sessionStorage.length,
      name,
    );
  expect(await pass("pagehide")).toBe(1);
  expect(await pass("pageshow")).toBe(0);
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(3);
  const codes = [before, await share(page), await share(page)];
  expect(new Set(codes).size).toBe(3);
  expect(codes).not.toContainEqual(expect.stringContaining("-"));
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(5);
  await context.close();
});
