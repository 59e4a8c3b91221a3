import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";
import { countAccepted } from "#e2e/journeys/count-accepted.ts";
import { type LandingSite, startLandingSite } from "#e2e/journeys/landing-site.ts";
import { startTrackedCampaign } from "#e2e/journeys/start-tracked-campaign.ts";

let site: LandingSite;
test.beforeAll(async () => {
  site = await startLandingSite();
});
test.afterAll(() => site.stop());

const isOfCodes = (address: string) => address.includes("/api/v1/codes");
const share = (page: Page) => page.evaluate(() => window.intishar?.share().code ?? "");
const order = (page: Page) => page.getByRole("button", { name: "Order" }).click();

/** Opens the site and waits until the script has the server's codes. */
async function openWithCodes(page: Page): Promise<void> {
  const codes = page.waitForResponse((answer) => isOfCodes(answer.url()));
  await page.goto(site.url);
  await (await codes).finished();
}

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
  await openWithCodes(page);
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
    await openWithCodes(page);
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

test("a page that the browser's cache brings back is seen again, and shares by codes of its own", async ({
  app,
  ownerPage,
  browser,
}) => {
  const campaign = await startTrackedCampaign(ownerPage, { appUrl: app.url, name: "Back and forth", site });
  const context = await browser.newContext();
  const page = await context.newPage();
  await openWithCodes(page);
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
