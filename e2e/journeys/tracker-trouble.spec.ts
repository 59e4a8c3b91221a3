import { expect } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";
import { countAccepted } from "#e2e/journeys/count-accepted.ts";
import { type LandingSite, startLandingSite } from "#e2e/journeys/landing-site.ts";
import { startTrackedCampaign } from "#e2e/journeys/start-tracked-campaign.ts";
import { openWithCodes, order, share } from "#e2e/journeys/tracked-page.ts";

let site: LandingSite;
test.beforeAll(async () => {
  site = await startLandingSite();
});
test.afterAll(() => site.stop());

for (const [name, spoil] of [
  [
    "blocked",
    () => {
      for (const store of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, store, {
          get: () => {
            throw new DOMException("The operation is insecure.", "SecurityError");
          },
        });
    },
  ],
  [
    "full",
    () => {
      const fill = (store: Storage) => {
        for (let size = 4 * 1024 * 1024; size >= 1; size /= 2)
          try {
            for (let i = 0; i < 9; i++) store.setItem(`filler ${size} ${i}`, "x".repeat(size));
          } catch {
            // As much as fits is what is wanted.
          }
      };
      fill(localStorage);
      fill(sessionStorage);
    },
  ],
] as const)
  test(`where the browser's storage is ${name}, everything is reported from the page's memory`, async ({
    app,
    ownerPage,
    browser,
  }) => {
    const campaign = await startTrackedCampaign(ownerPage, {
      appUrl: app.url,
      name: `Storage ${name}`,
      site,
    });
    const context = await browser.newContext();
    await context.addInitScript(spoil);
    const page = await context.newPage();
    const failures: Error[] = [];
    page.on("pageerror", (error) => failures.push(error));
    await openWithCodes(page, site.url);
    await order(page);
    expect(await share(page)).toMatch(/^\w+$/);
    await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(3);
    expect(failures).toEqual([]);
    await context.close();
  });

test("what a page reports before the script has come is kept; where a blocker stops it, the page goes on", async ({
  app,
  ownerPage,
  browser,
}) => {
  const campaign = await startTrackedCampaign(ownerPage, { appUrl: app.url, name: "Early", site });
  const context = await browser.newContext();
  const page = await context.newPage();
  const failures: Error[] = [];
  page.on("pageerror", (error) => failures.push(error));
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/intishar.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(site.url, { waitUntil: "commit" });
  await order(page);
  release();
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(2);
  await page.unroute("**/intishar.js");
  await page.route("**/intishar.js", (route) => route.abort());
  await page.goto(site.url);
  await order(page);
  expect(failures).toEqual([]);
  expect(await countAccepted(ownerPage, campaign)).toBe(2);
  await context.close();
});

test("a server that asks for a pause gets it, and then everything", async ({ app, ownerPage, browser }) => {
  const campaign = await startTrackedCampaign(ownerPage, { appUrl: app.url, name: "Busy", site });
  const context = await browser.newContext();
  const page = await context.newPage();
  const sent: number[] = [];
  await page.route("**/api/v1/events*", (route) => {
    sent.push(Date.now());
    if (sent.length > 1) return route.continue();
    const headers = { "Retry-After": "2", "Access-Control-Allow-Origin": "*" };
    return route.fulfill({
      ...{ status: 429, headers: { ...headers, "Access-Control-Expose-Headers": "Retry-After" } },
    });
  });
  await page.goto(site.url);
  await expect.poll(() => sent.length).toBe(1);
  // More to tell is no reason to come back earlier.
  await order(page);
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(2);
  expect((sent[1] ?? 0) - (sent[0] ?? 0)).toBeGreaterThanOrEqual(2000);
  await context.close();
});
