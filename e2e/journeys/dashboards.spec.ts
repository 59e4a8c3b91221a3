import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { test } from "#e2e/fixtures.ts";
import { createCampaign } from "./create-campaign.ts";

/** The cells of a CSV file of plain values, its head first. */
function cellsOf(csv: string): string[][] {
  expect(csv.charCodeAt(0), "byte order mark").toBe(0xfeff);
  return csv
    .slice(1)
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => line.split(","));
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("a question is asked by keys, menus and presses, and stays in the address", async ({
  campaign,
  ownerPage: page,
}) => {
  await page.goto(`${campaign}?period=2026-03-01..2026-03-02`);
  // Charts are drawn by the script that listens to keys.
  await expect(page.locator("section#shares svg.recharts-surface").first()).toBeVisible();
  await page.keyboard.press("x");
  await expect(page).toHaveURL(/vs=previous/);
  await expect(page.getByText("new: was 0").first()).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/period=2026-02-27\.\.2026-02-28/);
  await page.keyboard.press("a");
  await expect(page).not.toHaveURL(/period=/);

  // A step of the chart narrows the page to its day.
  await page
    .locator("section#shares svg.recharts-surface")
    .first()
    .click({ position: { x: 90, y: 120 } });
  await expect(page).toHaveURL(/period=2026-03-01\.\.2026-03-01/);
  await page.keyboard.press("a");
  await expect(page).not.toHaveURL(/period=/);

  // A menu, then a value of a table; the tabs take both along.
  await page.getByRole("button", { name: /Filters/ }).click();
  await page.getByLabel("That").selectOption("not");
  await page.getByRole("checkbox", { name: /whatsapp/i }).check();
  await expect(page).toHaveURL(/where=channel!:whatsapp/);
  await page.keyboard.press("Escape");
  await page.getByRole("navigation", { name: "Campaign" }).getByRole("link", { name: "Channels" }).click();
  await expect(page).toHaveURL(/\/channels\?.*where=channel!:whatsapp/);
  await expect(page.getByRole("heading", { name: "Channels", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "whatsapp", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: /Remove the filter/ }).click();
  await expect(page).not.toHaveURL(/where=/);
  await page.locator("section#channels").getByRole("link", { name: "whatsapp", exact: true }).click();
  await expect(page).toHaveURL(/where=channel:whatsapp/);

  // Saved under a name, cleared by a key, brought back by its name, and forgotten.
  await page.getByRole("button", { name: /Segment/ }).click();
  await page.getByLabel("Save these filters as").fill("Only chats");
  await page.getByRole("button", { name: "Save segment" }).click();
  await expect(page.getByRole("button", { name: /Segment/ })).toContainText("Only chats");
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Channels", exact: true }).click();
  await page.keyboard.press("c");
  await expect(page).not.toHaveURL(/where=/);
  await page.getByRole("button", { name: /Segment/ }).click();
  await page.getByRole("button", { name: /Only chats mine/ }).click();
  await expect(page).toHaveURL(/where=channel:whatsapp/);
  await page.getByRole("button", { name: /Segment/ }).click();
  await page.getByRole("button", { name: "Delete the segment Only chats" }).click();
  await expect(page.getByRole("button", { name: /Only chats mine/ })).toHaveCount(0);

  await page.goto(`${campaign}?period=soon&where=colour:red`);
  await expect(page.getByRole("status")).toContainText("where=colour:red period=soon");
});

test("files hold the rows of the screen: CSV, drawing and everything at once", async ({
  campaign,
  ownerPage: page,
}) => {
  await page.goto(`${campaign}/channels?where=channel!:sms`);
  const card = page.locator("section#channels");
  const names = await card.locator("tbody tr td:first-child").allTextContents();
  const people = await card.locator("tbody tr td:nth-child(2)").allTextContents();
  await card.getByLabel("Menu of Channels").click();
  const csv = await downloaded(page, () => card.getByRole("link", { name: "Download CSV" }).click());
  expect(csv.name).toMatch(/^intishar_.+_channels_2026-03-01_2026-03-\d\d\.csv$/);
  const [head, ...rows] = cellsOf(csv.bytes.toString("utf8"));
  expect(head?.slice(0, 2)).toEqual(["channel", "people"]);
  expect(rows.map(([channel]) => channel)).toEqual(names);
  expect(rows.map(([, count]) => count)).toEqual(people);

  const bars = page.locator("section#channel-people");
  await bars.getByLabel("Menu of People by channel").click();
  const svg = await downloaded(page, () => bars.getByRole("button", { name: "Download SVG" }).click());
  expect(svg.bytes.toString("utf8")).toMatch(/^<svg xmlns.*People by channel.*<\/svg>$/s);
  await bars.getByLabel("Menu of People by channel").click();
  const png = await downloaded(page, () => bars.getByRole("button", { name: "Download PNG" }).click());
  expect(png.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect(png.bytes.length).toBeGreaterThan(2000);

  await page.goto(campaign);
  const zip = await downloaded(page, () => page.getByRole("link", { name: "All as zip" }).click());
  const files = unzipSync(zip.bytes);
  const text = (name: string) => Buffer.from(files[name] ?? []).toString("utf8");
  const shares = Object.keys(files).find((name) => name.includes("_shares_")) ?? "";
  expect(cellsOf(text(shares)).length).toBeGreaterThan(1);
  expect(text("dictionary.csv")).toContain("shares.csv,generation_1,");
  expect(JSON.parse(text("filters.json"))).toMatchObject({ campaign: "Spring data bundle", filters: [] });
});

test("raw events come back as they went in", async ({ campaign, ownerPage: page }) => {
  const api = campaign.replace("/w/", "/api/w/");
  const all = cellsOf(await (await page.request.get(`${api}/events`)).text());
  const some = cellsOf(await (await page.request.get(`${api}/events?where=channel:whatsapp`)).text());
  expect(all[0]?.slice(0, 3)).toEqual(["id", "kind", "person"]);
  expect(some.length).toBeGreaterThan(1);
  expect(some.length).toBeLessThan(all.length);
  const plain = await page.request.get(`${api}/events?bom=0`);
  expect((await plain.text()).startsWith("id,kind")).toBe(true);
  expect((await page.request.get(`${api}/csv/no-such-widget`)).status()).toBe(404);
});

test("the list of campaigns is a file, and nobody else's", async ({ campaign, ownerPage, browser }) => {
  const list = campaign.replace("/w/", "/api/w/").replace(/\/\d+$/, "");
  const [head, ...rows] = cellsOf(await (await ownerPage.request.get(list)).text());
  expect(head?.[0]).toBe("campaign");
  expect(rows.find(([name]) => name === "Spring data bundle")?.slice(2, 4)).toEqual(["13", "13"]);
  const stranger = await browser.newContext();
  for (const address of [
    list,
    `${list}/1/csv/shares`,
    `${list}/1/zip`,
    `${list}/1/events`,
    `${list}/1/facets`,
  ]) {
    const answer = await stranger.request.get(address, { maxRedirects: 0 });
    expect([307, 401, 404], address).toContain(answer.status());
  }
  await stranger.close();
});

test("a hostile name is a text in every file", async ({ app, ownerPage: page }) => {
  await page.goto(app.url);
  const hostile = '=HYPERLINK("http://evil.example","open")';
  const campaign = await createCampaign(page, hostile);
  const api = campaign.replace("/w/", "/api/w/");
  await page.goto(`${campaign}/edit`);
  const file = await page.request.get(`${api}/csv/overview`);
  expect(file.headers()["content-disposition"]).toMatch(/filename="intishar_[a-z0-9-]+_overview_/);
  const zip = await page.request.get(`${api}/zip`);
  const files = unzipSync(await zip.body());
  for (const [name, bytes] of Object.entries(files)) {
    if (!name.endsWith(".csv")) continue;
    expect(Buffer.from(bytes).toString("utf8"), name).not.toMatch(/(^|[,\n])"?[=+@]/);
  }
});

test("a note marks the chart, and goes again", async ({ campaign, ownerPage: page }) => {
  await page.goto(campaign);
  await page.getByText("Add a note").click();
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(page.getByLabel("What happened")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("When").fill("2026-03-01T15:00");
  await page.getByLabel("What happened").fill("Radio interview");
  await page.getByLabel("Kind").selectOption("press");
  await page.getByRole("button", { name: "Save note" }).click();
  const note = page.getByRole("listitem").filter({ hasText: "Radio interview" });
  await expect(note).toContainText("Press");
  // The campaign's shares end before it; a period that holds the day marks it.
  await expect(note).toContainText("outside the period");
  await page.goto(`${campaign}?period=2026-03-01..2026-03-02`);
  await expect(page.locator("section#shares .recharts-reference-line")).toHaveCount(1);
  await page.getByRole("button", { name: "Delete the note “Radio interview”" }).click();
  await expect(page.locator("section#shares .recharts-reference-line")).toHaveCount(0);
});

test("two channels and a branch stand side by side", async ({ campaign, ownerPage: page }) => {
  await page.goto(`${campaign}/compare`);
  await page.getByLabel("First").selectOption({ label: "Cascades started on whatsapp" });
  await page.getByLabel("A branch, by the code at its top").nth(1).fill("alpha1");
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page).toHaveURL(/b-branch=alpha1/);
  const table = page.locator("section#compare");
  await expect(table.getByRole("columnheader", { name: "Branch of alpha1" })).toBeVisible();
  await expect(table.getByText("as one is part of the other: there is nothing to test")).toBeVisible();
});
