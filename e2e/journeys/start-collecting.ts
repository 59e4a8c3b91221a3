import { expect, type Page } from "@playwright/test";

const BOT = "WhatsApp/2.24.1 A";

/**
 * Lets a campaign collect, with a link, a preview of it, a refused request and one in quarantine; once, however often
 * it is called.
 */
export async function startCollecting(page: Page, campaign: string): Promise<void> {
  await page.goto(`${campaign}/collect/set-up`);
  const script = page.locator("textarea[readonly]").first();
  if ((await script.count()) > 0) return;
  await page.locator("[name=targetUrl]").fill("https://shop.example/offer");
  await page.locator("form:has([name=targetUrl]) button[type=submit]").click();
  await expect(script).toBeVisible();
  const [, key] = /data-key="([^"]+)"/.exec(await script.inputValue()) ?? [];
  await page.goto(`${campaign}/collect/new`);
  await page.locator("[name=name]").fill("Newsletter");
  await page.locator("form:has([name=name]) button[type=submit]").click();
  await expect(page).toHaveURL(/\/collect$/);
  const { origin } = new URL(campaign);
  const code = (await page.locator("bdi.font-mono").innerText()).split("/").at(-1);
  await page.request.get(`${origin}/s/${code}`, { headers: { "User-Agent": BOT }, maxRedirects: 0 });
  const events = `${origin}/api/v1/events?key=${key}`;
  await page.request.post(events, { headers: { Origin: "https://elsewhere.example" }, data: "{}" });
  const data = { kind: "share", person: "p1", occurredAt: "2999-01-01" };
  await page.request.post(events, { headers: { Origin: "https://shop.example" }, data });
}
