import { readFile } from "node:fs/promises";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { reportTokenOf, type Tenants } from "#db/queries/testing/fill-tenants.ts";
import { noteProbes } from "#lib/testing/sized.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";
import { addressOf, POLICY } from "./route-policy.ts";
import { startTenants } from "./start-tenants.ts";

declare global {
  interface Window {
    __ran?: number;
    __refused?: string[];
  }
}

const ALL = HOSTILE_TEXTS.join(" ");
const DAY = 86_400_000;

/** Columns that hold what somebody typed, and are shown. */
const TYPED: readonly (readonly [table: string, ...columns: string[]])[] = [
  ["workspaces", "name"],
  ["campaigns", "name", "description", "audience", "goal"],
  ["imports", "file_name"],
  ["report_links", "name", "notes"],
  ["links", "name", "channel", "target_url"],
  ["annotations", "text"],
  ["segments", "name"],
  ["server_keys", "name"],
  ["collections", "card_title", "card_text", "card_image", "target_url"],
  ["collection_blocks", "value"],
  ["quarantine", "field", "raw"],
  ["quarantined_events", "field", "raw"],
];

/** Fills the first workspace with hostile texts, wherever a person, a producer or a file may bring a text. */
function plant({ db, owner }: Tenants): void {
  const attributes = (text: string) => ({ country: text, city: text, ageBand: text, occupation: text });
  addEvents(
    owner,
    1,
    HOSTILE_TEXTS.flatMap((text, n) => {
      const of = {
        channel: text,
        attributes: attributes(text),
        occurredAt: n * 60_000,
        asset: text,
      } as const;
      const person = `${text} ${n}`;
      return [
        {
          ...of,
          kind: "share",
          id: `s${n}`,
          person,
          code: `${text}-${n}`,
          via: n % 3 === 0 ? null : "canary-code",
        },
        { ...of, kind: "visit", id: `v${n}`, person: `visitor ${text}`, via: `${text}-${n}`, source: text },
        { ...of, kind: "conversion", id: `c${n}`, person, via: `${text}-${n}`, value: n, currency: "USD" },
        { ...of, kind: "view", id: `w${n}`, person, via: `${text}-${n}` },
      ];
    }) as Parameters<typeof addEvents>[2],
  );
  for (const [table, ...columns] of TYPED)
    for (const column of columns)
      db.$client
        .prepare(
          `UPDATE ${table} SET ${column} = ? WHERE ${table === "workspaces" ? "id" : "workspace_id"} = 1`,
        )
        .run(/_(url|image)$/.test(column) ? `https://landing.example/${ALL}` : ALL);
  const rest = { startsOn: null, endsOn: null, spend: null, currency: null, audiencePlan: null };
  HOSTILE_TEXTS.slice(0, 20).forEach((text, n) => {
    const input = {
      ...rest,
      name: `${n} ${text}`,
      description: text,
      tool: "app",
      audience: text,
      goal: text,
    };
    createCampaign(owner, { input: { ...input, tool: "app" }, now: n * DAY });
  });
}

/** A context that notes what ran and what the policy refused. */
async function watch(context: BrowserContext): Promise<string[]> {
  const faults: string[] = [];
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      window.__refused = [...(window.__refused ?? []), `${violatedDirective} ${blockedURI}`];
    });
  });
  context.on("dialog", (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== "localhost") faults.push(`asked ${request.url()}`);
  });
  return faults;
}

const ranIn = (page: Page) =>
  page.evaluate(() => [window.__ran ?? 0, ...(window.__refused ?? [])].filter((sign) => sign !== 0));

test("the texts would run where they were taken for markup", async ({ page }) => {
  let ran = 0;
  for (const text of HOSTILE_TEXTS) {
    await page.setContent(`<p>${text}</p>`);
    ran += (await page.evaluate(() => window.__ran)) ?? 0;
  }
  expect(ran).toBeGreaterThan(20);
});

test("whatever is stored, every page shows it as a text, and runs nothing of it", async ({ browser }) => {
  test.setTimeout(6 * MINUTE);
  const { app, tenants, cookieOf, stop } = await startTenants(plant);
  const context = await browser.newContext();
  try {
    const faults = await watch(context);
    await context.addCookies([{ ...(await cookieOf(tenants.owner.userId ?? 0)), url: app.url }]);
    const page = await context.newPage();
    const person = encodeURIComponent(`${HOSTILE_TEXTS[6]} 6`);
    const root = encodeURIComponent(`${HOSTILE_TEXTS[6]}-6`);
    const paths = [
      ...Object.keys(POLICY)
        .filter((pattern) => pattern.startsWith("/w/"))
        .map((pattern) => addressOf(pattern, "w1")),
      ...[`/w/w1/campaigns/1/sharers/${person}`, `/w/w1/campaigns/1/cascades/${root}`, "/account"],
      `/w/w1/campaigns/1?${new URLSearchParams({ where: `channel:${HOSTILE_TEXTS[6]}` })}`,
      `/r/${reportTokenOf(tenants.owner)}`,
    ];
    let shown = 0;
    for (const path of paths) {
      const answer = await page.goto(`${app.url}${path}`, { waitUntil: "load" });
      expect([200, 404], path).toContain(answer?.status());
      // The charts draw, and pages whose content comes late have it.
      await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => undefined);
      const text = await page.locator("body").innerText();
      if (text.includes("onerror=window.__ran=1")) shown += 1;
      for (const target of (await page.locator("[title], svg text, summary").all()).slice(0, 4))
        await target.hover({ force: true, timeout: 300 }).catch(() => undefined);
      for (const sign of await ranIn(page)) faults.push(`${path}: ${sign}`);
      const links = await page
        .locator("a[href]")
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).protocol));
      expect(
        links.filter((protocol) => !/^(https?|mailto|blob|data):$/.test(protocol)),
        path,
      ).toEqual([]);
    }
    // A picture that is saved and opened by itself has no policy around it.
    await page.goto(`${app.url}/w/w1/campaigns/1/channels`, { waitUntil: "networkidle" });
    const bars = page.locator("section#channel-people");
    await bars.getByLabel("Menu of People by channel").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      bars.getByRole("button", { name: "Download SVG" }).click(),
    ]);
    const svg = await readFile(await download.path(), "utf8");
    await page.route("**/picture.svg", (route) => route.fulfill({ contentType: "image/svg+xml", body: svg }));
    await page.goto(`${app.url}/picture.svg`);
    expect(await page.locator("text").count()).toBeGreaterThan(5);
    const others = page.locator("parsererror, script, foreignObject, image, [href], [onload]");
    expect(await others.evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 80)))).toEqual([]);
    expect(await ranIn(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(shown).toBeGreaterThan(15);
    noteProbes(32, HOSTILE_TEXTS.length * paths.length);
  } finally {
    await context.close();
    await stop();
  }
});
