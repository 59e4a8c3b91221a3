import { type Browser, expect, type Page } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";
import { type LandingSite, startLandingSite } from "#e2e/journeys/landing-site.ts";
import { startTrackedCampaign } from "#e2e/journeys/start-tracked-campaign.ts";
import { isOfCodes, order, share } from "#e2e/journeys/tracked-page.ts";

let site: LandingSite;
test.beforeAll(async () => {
  site = await startLandingSite();
});
test.afterAll(() => site.stop());

const BUTTON = "<intishar-share></intishar-share>";
const EVENTS = "/api/v1/events";

/** A campaign that collects from the site: what the app says to put into its page, and the key in that. */
async function begin(ownerPage: Page, appUrl: string, name: string) {
  await startTrackedCampaign(ownerPage, { appUrl, name, site });
  const snippet = await ownerPage.getByLabel("The script, and a share button").inputValue();
  return { snippet, key: /ipk_\w{22}/.exec(snippet)?.[0] ?? "" };
}

/** A visitor's page; `taken` are its events that the server took in, `said` what the console and failures said. */
async function visit(browser: Browser, html: string, spoil = "") {
  site.setSnippet(html);
  const context = await browser.newContext();
  await context.addInitScript({ content: spoil });
  const page = await context.newPage();
  const [said, taken]: [string[], string[]] = [[], []];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("response", async (answer) => {
    if (!answer.url().includes(EVENTS)) return;
    const { events } = answer.request().postDataJSON() as { events: { kind: string }[] };
    const { results } = (await answer.json()) as { results: { outcome: string }[] };
    taken.push(...events.flatMap(({ kind }, i) => (results[i]?.outcome === "accepted" ? [kind] : [])));
  });
  return { page, said, taken, close: () => context.close() };
}

const HOSTILE: Readonly<Record<string, string>> = {
  "Prototype.js": `Array.prototype.toJSON = function () { return "[" + [].map.call(this, (one) => '"' + one + '"').join(", ") + "]" };
    String.prototype.toJSON = function () { return '"' + this + '"' };
    Object.prototype.toJSON = () => "an object";
    Array.from = (list) => [].slice.call(list);
    Array.prototype.entries = function () { return this.slice() };`,
  "MooTools and a loader of modules": `for (const name of ["Event", "CustomEvent", "URL", "URLSearchParams", "Element", "Promise"])
      window[name] = function () { return {} };
    window.define = () => { throw 1 }; define.amd = {}; window.module = { exports: {} };`,
  "no custom elements": 'Object.defineProperty(window, "customElements", { value: undefined });',
  "another thing under our name": 'window.intishar = { early: "no list", convert: () => "another" };',
};

test("libraries that put their own in the place of the browser's do not keep a page from reporting", async ({
  app,
  ownerPage,
  browser,
}) => {
  const { snippet } = await begin(ownerPage, app.url, "Hostile");
  for (const [name, spoil] of Object.entries(HOSTILE)) {
    const { page, said, taken, close } = await visit(browser, snippet, spoil);
    await page.goto(`${site.url}?a=a%20b&flag#top`);
    await expect(page.getByRole("button", { name: "Copy link" }), name).toBeVisible();
    await page.evaluate(
      (id) => window.intishar?.convert({ value: "25.50", id }),
      `a "quoted" \u2028 order of ${name}`,
    );
    await share(page);
    await expect.poll(() => taken.toSorted(), name).toEqual(["conversion", "share", "view"]);
    expect([page.url(), said], name).toEqual([`${site.url}?a=a%20b&flag#top`, []]);
    await close();
  }
});

test("an element under the script's name does not keep it from running, and two scripts count once", async ({
  app,
  ownerPage,
  browser,
}) => {
  const { snippet } = await begin(ownerPage, app.url, "Named element");
  const script = snippet.slice(snippet.indexOf("<script async"));
  for (const html of [
    `<div id="intishar">${script}</div>`,
    `<div id="intishar">${snippet}</div>`,
    `<img name="currentScript" alt="">${snippet}`,
    `<form name="intishar"><input name="early"></form>${script}`,
    snippet + snippet,
  ]) {
    const { page, said, taken, close } = await visit(browser, html);
    await page.goto(site.url);
    await expect(page.getByRole("button", { name: "Copy link" }).first()).toBeVisible();
    // A handler in the page's markup would find a form before anything of the window's.
    await page.evaluate(() => window.intishar?.convert());
    await expect.poll(() => taken, html).toEqual(["view", "conversion"]);
    expect(said, html).toEqual([]);
    await close();
  }
});

test("the key may stand in the script's address; where it stands nowhere, the console says so", async ({
  app,
  ownerPage,
  browser,
}) => {
  const { key } = await begin(ownerPage, app.url, "Tag manager");
  const injected = (address: string, more = "") =>
    `<script>(function(){var e=document.createElement("script");e.src="${address}";e.async=true;${more}document.head.appendChild(e)})()</script>${BUTTON}`;
  const script = `${app.url}/intishar.js`;
  for (const html of [
    injected(`${script}?key=${key}`),
    injected(script, `e.setAttribute("data-key","${key}");`),
    `<script type="module" src="${script}?v=2&key=${key}"></script>${BUTTON}`,
    `<script async crossorigin src="${script}" data-key="${key}"></script>${BUTTON}`,
  ]) {
    const { page, said, taken, close } = await visit(browser, html);
    await page.goto(site.url);
    await expect.poll(() => taken, html).toEqual(["view"]);
    expect(said, html).toEqual([]);
    await close();
  }
  for (const address of [script, `${script}?key=KEY`]) {
    const { page, said, close } = await visit(browser, injected(address));
    await page.goto(site.url);
    await expect.poll(() => said).toEqual([expect.stringContaining("data-key")]);
    await close();
  }
});

test("behind a path of the site's own, events go beside the script, and links begin with the server's address", async ({
  app,
  ownerPage,
  browser,
}) => {
  const { key } = await begin(ownerPage, app.url, "Own path");
  for (const html of [
    `<script async src="/stats/intishar.js" data-key="${key}"></script>`,
    `<script async src="${app.url}/intishar.js" data-key="${key}" data-api="/stats/api/v1/events"></script>`,
    `<script async src="/stats/intishar.js?key=${key}&api=/stats"></script>`,
  ]) {
    const { page, said, taken, close } = await visit(browser, html);
    // The site's own proxy, which drops its prefix.
    await page.route("**/stats/**", (route) => {
      const { pathname, search } = new URL(route.request().url());
      return route.continue({ url: `${app.url}${pathname.replace("/stats", "")}${search}` });
    });
    const codes = page.waitForResponse((answer) => isOfCodes(answer.url()));
    await page.goto(site.url);
    await (await codes).finished();
    const url = await page.evaluate(() => window.intishar?.share().url ?? "");
    expect(url).toMatch(new RegExp(`^${app.url}/s/\\w{17}$`));
    await expect.poll(() => taken, html).toEqual(["view", "share"]);
    expect(said, html).toEqual([]);
    await close();
  }
});

test("a page reports nothing until somebody looks at it", async ({ app, ownerPage, browser }) => {
  const { snippet } = await begin(ownerPage, app.url, "Drawn ahead");
  for (const [property, before, after, event] of [
    ["prerendering", "true", "false", "prerenderingchange"],
    ["visibilityState", '"hidden"', '"visible"', "visibilitychange"],
  ]) {
    const spoil = `let state = ${before}; Object.defineProperty(document, "${property}", { get: () => state });
      window.look = () => { state = ${after}; document.dispatchEvent(new Event("${event}")) };`;
    const { page, taken, close } = await visit(browser, snippet, spoil);
    await page.goto(site.url);
    await order(page);
    await page.waitForLoadState("networkidle");
    expect(taken, property).toEqual(property === "prerendering" ? [] : ["conversion"]);
    await page.evaluate(() => Reflect.get(window, "look")());
    await expect.poll(() => taken.toSorted(), property).toEqual(["conversion", "view"]);
    await close();
  }
});
