import { test } from "#e2e/fixtures.ts";
import { LOCALE_COOKIE, type Locale, THEME_COOKIE } from "#lib/i18n/locales.ts";

const FOLDER = new URL("../../docs/screenshots/", import.meta.url).pathname;
const LOOKS: readonly [Locale, "light" | "dark"][] = [
  ["en", "light"],
  ["en", "dark"],
  ["ar", "light"],
];

for (const [locale, theme] of LOOKS) {
  test(`pages in ${locale}, ${theme}`, async ({ app, ownerPage }) => {
    await ownerPage.context().addCookies([
      { name: LOCALE_COOKIE, value: locale, url: app.url },
      { name: THEME_COOKIE, value: theme, url: app.url },
    ]);
    await ownerPage.goto(app.url);
    const workspace = ownerPage.url();
    const pages = { campaigns: workspace, "new-campaign": `${workspace}/campaigns/new` };
    for (const [name, url] of Object.entries(pages)) {
      await ownerPage.goto(url);
      await ownerPage.screenshot({ path: `${FOLDER}${name}-${locale}-${theme}.png`, fullPage: true });
    }
  });
}
