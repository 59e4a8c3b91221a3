import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";
import { makeReport } from "#e2e/journeys/make-report.ts";
import { startCollecting } from "#e2e/journeys/start-collecting.ts";
import { LOCALE_COOKIE, LOCALES, type Locale, THEME_COOKIE } from "#lib/i18n/locales.ts";

interface Look {
  readonly locale: Locale;
  readonly theme: "light" | "dark";
}

const LOOKS: readonly Look[] = [
  { locale: "en", theme: "light" },
  { locale: "en", theme: "dark" },
  { locale: "ar", theme: "light" },
  { locale: "ar", theme: "dark" },
];
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

function ownPages(appUrl: string, campaign: string): Record<string, string> {
  return {
    list: campaign.replace(/\/campaigns\/\d+$/, ""),
    new: campaign.replace(/\d+$/, "new"),
    edit: `${campaign}/edit`,
    overview: campaign,
    cascades: `${campaign}/cascades`,
    forest: `${campaign}/cascades?view=forest&sort=speed`,
    cascade: `${campaign}/cascades/alpha`,
    channels: `${campaign}/channels`,
    "viral coefficient": `${campaign}/viral-coefficient`,
    "all numbers": `${campaign}/numbers`,
    forecast: `${campaign}/forecast`,
    funnel: `${campaign}/funnel`,
    value: `${campaign}/value`,
    audience: `${campaign}/audience`,
    cohorts: `${campaign}/cohorts`,
    compare: `${campaign}/compare`,
    "overview of a period": `${campaign}?vs=year&where=channel:email`,
    tools: campaign.replace(/campaigns\/\d+$/, "tools"),
    definitions: campaign.replace(/campaigns\/\d+$/, "definitions"),
    backups: campaign.replace(/campaigns\/\d+$/, "settings/backups"),
    team: campaign.replace(/campaigns\/\d+$/, "settings/team"),
    workspaces: `${appUrl}/w`,
    "second factor of members": campaign.replace(/campaigns\/\d+$/, "settings/security"),
    sharers: `${campaign}/sharers`,
    person: `${campaign}/sharers/p_alpha1`,
    live: `${campaign}/live`,
    links: `${campaign}/collect`,
    "new link": `${campaign}/collect/new`,
    "set-up of collecting": `${campaign}/collect/set-up`,
    quality: `${campaign}/collect/quality`,
    "interface for programs": `${appUrl}/api-reference`,
    import: `${campaign}/import`,
    reports: `${campaign}/reports`,
    "new report": `${campaign}/reports/new`,
    account: `${appUrl}/account`,
    security: `${appUrl}/account/security`,
  };
}

/** What axe finds, one line per element. */
async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Soft, so that one run names every page at fault. */
async function checkPage(page: Page, name: string, url: string, look: Look): Promise<void> {
  await page.setViewportSize(DESK);
  // The charts draw only after the scripts are there, and they are part of what is checked. A stream never idles.
  await page.goto(url, { waitUntil: url.endsWith("/live") ? "load" : "networkidle" });
  await expect(page, `${name} is not sent elsewhere`).toHaveURL(url);
  await expect.soft(page.locator("html"), name).toHaveAttribute("dir", LOCALES[look.locale].direction);
  await expect.soft(page.locator("html"), name).toHaveAttribute("lang", look.locale);
  await expect.soft(page.locator("html.dark"), name).toHaveCount(look.theme === "dark" ? 1 : 0);
  await expect.soft(page.getByRole("heading", { level: 1 }), `${name}: one title`).toHaveCount(1);

  expect.soft(await axeFaults(page), `${name}: axe`).toEqual([]);

  await page.setViewportSize(PHONE);
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.configure({ soft: true }).poll(overflow, `${name}: pixels beyond the phone`).toBe(0);
}

for (const look of LOOKS) {
  test(`every page in ${look.locale}, ${look.theme}`, async ({ app, campaign, ownerPage: page }) => {
    // Over thirty pages, each loaded whole and looked through twice.
    test.setTimeout(180_000);
    const cookies = [
      { name: LOCALE_COOKIE, value: look.locale, url: app.url },
      { name: THEME_COOKIE, value: look.theme, url: app.url },
    ];
    const report = await makeReport(page, campaign, { name: `Report ${look.locale} ${look.theme}` });
    await startCollecting(page, campaign);
    await page.context().addCookies(cookies);
    for (const [name, url] of Object.entries(ownPages(app.url, campaign))) {
      await checkPage(page, name, url, look);
    }
    await page.context().clearCookies();
    await page.context().addCookies(cookies);
    await checkPage(page, "report", report, look);
    await checkPage(page, "sign-in", `${app.url}/sign-in`, look);
  });
}
