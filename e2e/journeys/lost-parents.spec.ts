import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";
import { createCampaign } from "./create-campaign.ts";
import { makeReport } from "./make-report.ts";

const HEADER = "share_id,parent_share_id,occurred_at,actor_id,channel";
const CHANNELS = ["whatsapp", "email", "x"];

/** Four cascades, each on a channel of its own but the last: a seed, four children, a grandchild; then orphans. */
function logWith(orphans: number): string {
  const row = (code: string, parent: string, minute: number, channel = "x") =>
    `${code},${parent},2026-03-01T09:${String(minute).padStart(2, "0")}:00Z,${code},${channel}`;
  const cascades = Array.from({ length: 6 }, (_, i) => {
    const channel = CHANNELS[i % 3];
    return [
      row(`s${i}`, "", i, channel),
      ...Array.from({ length: 4 }, (_, n) => row(`s${i}.${n}`, `s${i}`, 10 + n, channel)),
      ...Array.from({ length: 1 + (i % 3) }, (_, n) => row(`s${i}.0.${n}`, `s${i}.0`, 20 + n, channel)),
    ];
  });
  const lost = Array.from({ length: orphans }, (_, i) => row(`o${i}`, `gone${i}`, 30));
  return `${[HEADER, ...cascades.flat(), ...lost].join("\n")}\n`;
}

async function importLog(page: Page, log: string): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: "Import a file" }).click();
  await page
    .getByLabel("Choose a file")
    .setInputFiles({ name: "shares.csv", mimeType: "text/csv", buffer: Buffer.from(log) });
  await page.getByRole("button", { name: "Check the file" }).click();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("heading", { name: "4. Imported" })).toBeVisible();
}

const SAYING = [
  ...["", "/cascades", "/cascades/s0", "/channels", "/cohorts", "/collect/quality"],
  ...["/compare", "/forecast", "/numbers", "/viral-coefficient"],
];
const SILENT = ["/funnel", "/value", "/audience", "/sharers", "/live", "/import"];

test("every page with K, R, depth or virality says that shares lost their parent, with the bound", async ({
  app,
  ownerPage: page,
}) => {
  test.slow();
  await page.goto(app.url);
  const campaign = await createCampaign(page, "Lost parents");
  await importLog(page, logWith(12));
  const banner = page.locator("[data-orphans]");
  for (const path of SAYING) {
    await page.goto(`${campaign}${path}`);
    await expect(banner, path).toContainText("22.2% of the shares (12) name a parent that is unknown");
    await expect(banner, path).toContainText(/between 0\.\d+, as counted, and 0\.\d+/);
  }
  for (const path of SILENT) {
    await page.goto(`${campaign}${path}`);
    await expect(page.getByRole("main"), path).not.toBeEmpty();
    await expect(banner, path).toHaveCount(0);
  }
  for (const list of [app.url, campaign.replace(/\/campaigns\/\d+$/, "/tools")]) {
    await page.goto(list);
    await expect(banner).toContainText("Lost parents");
    await expect(banner).toContainText("22.2% of the shares; K between");
  }
  const report = await makeReport(page, campaign, { name: "Client" });
  await page.goto(report);
  await expect(banner).toContainText("name a parent that is unknown");

  // Of the sensitivity the slider alone moves, by keys, and off again.
  await page.goto(`${campaign}/viral-coefficient`);
  const card = page.locator("section#sensitivity");
  await expect(card.getByRole("row")).toHaveCount(4);
  const slider = card.getByRole("slider", { name: "What if: part of the links lost unseen" });
  await expect(slider).toHaveAttribute("aria-valuetext", "off");
  await expect(async () => {
    await slider.press("ArrowRight");
    await expect(slider).toHaveAttribute("aria-valuetext", /%/, { timeout: 500 });
  }).toPass();
  await expect(card.getByRole("row", { name: /What if \d+% more of the links were lost/ })).toBeVisible();
  await slider.press("Home");
  await expect(card.getByRole("row")).toHaveCount(4);
});

test("where no link is known, K and depth are unknown and not 0; where few are lost nothing is said", async ({
  app,
  ownerPage: page,
}) => {
  await page.goto(app.url);
  const all = await createCampaign(page, "No link");
  const orphans = logWith(30)
    .split("\n")
    .filter((line) => !line.startsWith("s") || line === HEADER);
  await importLog(page, orphans.join("\n"));
  await page.goto(`${all}/numbers`);
  const banner = page.locator("[data-orphans]");
  await expect(banner).toContainText("No link between shares is known");
  const row = page.getByRole("row", { name: /^Depth/ });
  await expect(row).toContainText("The parents of all shares are unknown");
  await page.goto(app.url);
  const few = await createCampaign(page, "One lost");
  await importLog(page, logWith(1));
  for (const path of ["", "/viral-coefficient"]) {
    await page.goto(`${few}${path}`);
    await expect(page.getByRole("main")).toContainText("K");
    await expect(banner).toHaveCount(0);
  }
});
