import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { test } from "#e2e/fixtures.ts";
import { createCampaign } from "#e2e/journeys/create-campaign.ts";

const LOG = [
  "code,via,person,channel,occurred_at",
  "a,,p1,واتساب,2026-03-01T09:00:00Z",
  "b,a,p2,Shop,2026-03-01T10:00:00Z",
  "c,a,p3,shop,2026-03-01T11:00:00Z",
  "d,b,p4,booth 7,2026-03-01T12:00:00Z",
];

/** Channels of a campaign and their shares, as its file says. */
async function channelsOf(page: Page, campaign: string): Promise<Record<string, string>> {
  const file = await page.request.get(`${campaign.replace("/w/", "/api/w/")}/csv/channels?bom=0`);
  const rows: Record<string, string>[] = parse(await file.text(), { columns: true });
  return Object.fromEntries(rows.map(({ channel = "", shares = "" }) => [channel, shares]));
}

const codesOn = async (page: Page, campaign: string, channel: string): Promise<string[]> => {
  const address = `${campaign.replace("/w/", "/api/w/")}/events?where=channel:${encodeURIComponent(channel)}&bom=0`;
  const rows: Record<string, string>[] = parse(await (await page.request.get(address)).text(), {
    columns: true,
  });
  return rows.map(({ code = "" }) => code).sort();
};

test("unknown names of channels are merged in one press, from the report of an import and from the page", async ({
  app,
  ownerPage: page,
}) => {
  await page.goto(app.url);
  const campaign = await createCampaign(page, "Names of channels");
  await page.getByRole("main").getByRole("link", { name: "Import a file" }).click();
  const buffer = Buffer.from(`${LOG.join("\n")}\n`);
  await page.getByLabel("Choose a file").setInputFiles({ name: "log.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByRole("heading", { name: "2. What importing would do" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Channels under unknown names" })).toBeVisible();
  await page.getByLabel("shop (2)").check();
  await page.getByLabel("Count as").selectOption("whatsapp");
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByText(/shop\W+counts as\W+whatsapp/)).toBeVisible();
  await expect(page.getByLabel("booth 7 (1)")).toBeVisible();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("heading", { name: "4. Imported" })).toBeVisible();

  await page.goto(`${campaign}/channels`);
  await expect(page.getByRole("heading", { name: "Channels under unknown names" })).toBeVisible();
  expect(await channelsOf(page, campaign)).toEqual({ whatsapp: "3", "booth 7": "1" });
  expect(await codesOn(page, campaign, "whatsapp")).toEqual(["a", "b", "c"]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByLabel("Count as")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Count as").selectOption("telegram");
  await page.getByLabel("booth 7 (1)").check();
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByText(/booth 7\W+counts as\W+telegram/)).toBeVisible();
  expect(await channelsOf(page, campaign)).toEqual({ whatsapp: "3", telegram: "1" });

  await page.getByRole("button", { name: "Undo: let shop stand for itself" }).click();
  await expect(page.getByLabel("shop (2)")).toBeVisible();
  expect(await channelsOf(page, campaign)).toEqual({ shop: "2", whatsapp: "1", telegram: "1" });
  expect(await codesOn(page, campaign, "shop")).toEqual(["b", "c"]);
  await page.getByRole("button", { name: "Undo: let booth 7 stand for itself" }).click();
  await expect(page.getByLabel("booth 7 (1)")).toBeVisible();
});

test("CSV files have semicolons and decimal commas for whoever chose that", async ({
  app,
  campaign,
  ownerPage: page,
}) => {
  const api = campaign.replace("/w/", "/api/w/");
  const head = async (query = "") =>
    (await (await page.request.get(`${api}/csv/k${query}`)).text()).split("\r\n");
  expect((await head())[0]).toContain("population,shares,k,");
  expect((await head("?csv=semicolon"))[0]).toContain("population;shares;k;");
  await page.goto(`${app.url}/account`);
  await page.getByRole("button", { name: "Use semicolons" }).click();
  await expect(page.getByRole("button", { name: "Use commas" })).toBeVisible();
  const [keys, sharers] = await head();
  expect(keys).toContain("population;shares;k;");
  expect(sharers).toMatch(/^sharers;\d+;\d+,\d+;/);
  expect((await head("?csv=comma"))[0]).toContain("population,shares,k,");
  await page.getByRole("button", { name: "Use commas" }).click();
  await expect(page.getByRole("button", { name: "Use semicolons" })).toBeVisible();
});
