import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";
import { countAccepted } from "#e2e/journeys/count-accepted.ts";
import { type LandingSite, startLandingSite } from "#e2e/journeys/landing-site.ts";
import { startTrackedCampaign } from "#e2e/journeys/start-tracked-campaign.ts";

let site: LandingSite;
test.beforeAll(async () => {
  site = await startLandingSite();
});
test.afterAll(() => site.stop());

test("what happens offline arrives later, once, also after the tab was closed", async ({
  app,
  ownerPage,
  browser,
}) => {
  const campaign = await startTrackedCampaign(ownerPage, { appUrl: app.url, name: "Offline", site });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.url);
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(1);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Order" }).click();
  await page.evaluate(() => window.intishar?.rate({ score: 9 }));
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(site.url);
  // The first view, a conversion and a rating from before, and the second view.
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(4);
  await again.reload();
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(5);
  await context.close();
});

test("whoever asks for privacy leaves nothing behind in the browser", async ({ app, ownerPage, browser }) => {
  const campaign = await startTrackedCampaign(ownerPage, { appUrl: app.url, name: "Private", site });
  const context = await browser.newContext();
  await context.addInitScript(() =>
    Object.defineProperty(navigator, "globalPrivacyControl", { value: true }),
  );
  const page = await context.newPage();
  await page.goto(site.url);
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(1);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    "",
  ]);
  const open = await browser.newContext();
  const other = await open.newPage();
  await other.goto(site.url);
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(2);
  expect(await other.evaluate(() => [localStorage.length > 0, document.cookie])).toEqual([true, ""]);
  await Promise.all([context.close(), open.close()]);
});

test("a code that was mangled on its way costs nothing but itself", async ({ app, ownerPage, browser }) => {
  const campaign = await startTrackedCampaign(ownerPage, { appUrl: app.url, name: "Mangled", site });
  const snippet = await ownerPage.getByLabel("The script, and a share button").inputValue();
  const stem = /ipk_(\w{4})/.exec(snippet)?.[1] ?? "";
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site.url}?ish=${stem}0123456789abc`);
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(1);
  await page.getByRole("button", { name: "Order" }).click();
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(2);
  // A code of another campaign is for that one's script.
  await page.goto(`${site.url}?ish=zzzz0123456789abc`);
  await expect(page).toHaveURL(/ish=zzzz/);
  await context.close();
});

test("a visit that the redirect may yet store is reported under its id, and counts once", async ({
  app,
  ownerPage,
  browser,
}) => {
  const campaign = await startTrackedCampaign(ownerPage, { appUrl: app.url, name: "Pending", site });
  const snippet = await ownerPage.getByLabel("The script, and a share button").inputValue();
  const stem = /ipk_(\w{4})/.exec(snippet)?.[1] ?? "";
  const arrive = async (visit: string) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const answer = page.waitForResponse(/\/api\/v1\/events/);
    await page.goto(`${site.url}?ish=${stem}-aaaaaa.${visit}`);
    const told: { results: { outcome: string; id: string }[] } = await (await answer).json();
    await expect(page).toHaveURL(site.url);
    await context.close();
    return told.results[0];
  };
  const visit = crypto.randomUUID();
  expect(await arrive(visit)).toEqual({ outcome: "accepted", id: visit });
  expect(await arrive(visit)).toMatchObject({ outcome: "duplicate", id: visit });
  expect((await arrive("r"))?.id).not.toBe(visit);
  await expect.poll(() => countAccepted(ownerPage, campaign)).toBe(2);
});

test("the address bar carries a share only where the page asks for it", async ({
  app,
  ownerPage,
  browser,
}) => {
  await startTrackedCampaign(ownerPage, {
    appUrl: app.url,
    name: "Rewriting",
    site,
    attributes: "data-rewrite",
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.url);
  await expect(page).toHaveURL(/\?ish=[\w-]+$/);
  const own = page.url();
  await page.goto(site.url);
  await expect(page).toHaveURL(own);
  await context.close();
});

test("the share button speaks Arabic, mirrors, and is reached by keyboard", async ({
  app,
  ownerPage,
  browser,
}) => {
  await startTrackedCampaign(ownerPage, { appUrl: app.url, name: "Button", site });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.url);
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
    const button = document.createElement("intishar-share");
    button.lang = "ar";
    button.setAttribute("channels", "whatsapp telegram copy");
    document.body.append(button);
  });
  const group = page.getByRole("group", { name: "شارك" });
  await expect(group.getByRole("button")).toHaveText(["واتساب", "تيليجرام", "انسخ الرابط"]);
  const [first, second] = await Promise.all(
    [0, 1].map((n) => group.getByRole("button").nth(n).boundingBox()),
  );
  expect(first?.x).toBeGreaterThan(second?.x ?? Number.POSITIVE_INFINITY);
  await group.getByRole("button").first().focus();
  await page.evaluate(() => {
    window.open = (address) => {
      document.title = String(address);
      return null;
    };
  });
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle(/^https:\/\/wa\.me\/\?text=.*%2Fs%2F/);
  const { violations } = await new AxeBuilder({ page }).include("intishar-share").analyze();
  expect(violations).toEqual([]);
  await context.close();
});
