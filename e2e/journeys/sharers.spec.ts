import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";

test("from the ranking by credit to a person, and on to the cascade", async ({
  campaign,
  ownerPage: page,
}) => {
  await page.goto(campaign);
  await page.getByRole("navigation", { name: "Campaign" }).getByRole("link", { name: "Sharers" }).click();
  const table = page.getByRole("table", { name: "Sharers" });
  // 13 people below the header; alpha leads with its five descendants.
  await expect(table.getByRole("row")).toHaveCount(14);
  await expect(table.getByRole("row").nth(1)).toContainText("p_alpha");

  await page.getByRole("link", { name: "Credit", exact: true }).click();
  await expect(page).toHaveURL(/sort=credit/);
  await expect(page.getByRole("columnheader", { name: /Credit/ })).toHaveAttribute("aria-sort", "descending");

  const group = page.getByRole("navigation", { name: "Who is listed" });
  await group.getByRole("link", { name: "Repeat sharers" }).click();
  await expect(page.getByText("No sharer matches the search and the group chosen.")).toBeVisible();
  await group.getByRole("link", { name: "Everyone" }).click();
  await expect(table.getByRole("row")).toHaveCount(14);
  await page.getByLabel("Search by person").fill("ALPHA11");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(table.getByRole("row")).toHaveCount(2);
  await page.getByRole("link", { name: "p_alpha11" }).click();

  await expect(page.getByRole("heading", { name: "p_alpha11" })).toBeVisible();
  const lineage = page.getByRole("table", { name: "Where their shares come from" });
  await expect(lineage.getByRole("link", { name: "p_alpha", exact: true })).toBeVisible();

  await test.step("what the person's tables hold can be taken away", async () => {
    await page
      .getByLabel(/Where their shares come from/)
      .first()
      .click();
    const download = page.waitForEvent("download");
    await page.locator("#person-shares").getByRole("link", { name: "Download CSV", exact: true }).click();
    const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^alpha11,alpha,.*p_alpha$/);
    const api = campaign.replace("/w/", "/api/w/");
    const events = await page.request.get(`${api}/csv/person-events?person=p_alpha11`);
    expect((await events.text()).trim().split("\r\n").length).toBeGreaterThan(1);
    for (const widget of ["live-minutes", "live-events", "person-assists"])
      expect((await page.request.get(`${api}/csv/${widget}?person=p_alpha11`)).status()).toBe(200);
    const nobody = await page.request.get(`${api}/csv/person-events?person=nobody`);
    expect((await nobody.text()).trim().split("\r\n")).toHaveLength(1);
  });
  await lineage.getByRole("link", { name: "alpha11", exact: true }).click();
  await expect(page).toHaveURL(/\/cascades\/alpha\?share=alpha11$/);
});

test("the ranking as a file, and nobody by an unknown name", async ({ campaign, ownerPage: page }) => {
  const file = await page.request.get(campaign.replace("/w/", "/api/w/").concat("/sharers?search=alpha1"));
  expect(file.headers()["content-disposition"]).toMatch(
    /filename="intishar_[a-z0-9-]+_sharers_2026-03-01_2026-03-01\.csv"/,
  );
  expect((await file.text()).split("\r\n")).toHaveLength(5);
  for (const name of ["nobody", "%2F", encodeURIComponent('سارة/"x"')])
    expect((await page.request.get(`${campaign}/sharers/${name}`)).status(), name).toBe(404);
});
