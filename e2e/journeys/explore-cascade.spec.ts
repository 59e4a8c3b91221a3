import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";

test("a cascade is searched, narrowed to a branch, drawn in every view and taken along", async ({
  campaign,
  ownerPage: page,
}) => {
  await page.goto(`${campaign}/cascades/alpha`);
  await expect(page.locator("canvas").first()).toBeVisible();

  await test.step("a search selects, and the branch of what it found is all that is left", async () => {
    const search = page.getByLabel("Person or code");
    await search.fill("alpha1");
    await search.press("Enter");
    await page.getByRole("button", { name: "Only this branch" }).click();
    await expect(page).toHaveURL(/branch=alpha1/);
  });

  await test.step("the table holds the same shares, also for whoever opens the address", async () => {
    await page.getByText("Table", { exact: true }).click();
    const table = page.getByRole("table", { name: "Shares of this cascade" });
    await expect(table.getByRole("row")).toHaveCount(4);
    await expect(page).toHaveURL(/view=table/);
    await page.reload();
    await expect(table.getByRole("row")).toHaveCount(4);
    await expect(table.getByRole("cell", { name: "alpha12", exact: true })).toBeVisible();
    await expect(table.getByRole("cell", { name: "alpha2", exact: true })).toHaveCount(0);
  });

  await test.step("what is shown goes into Gephi", async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "GraphML" }).click();
    const text = await readFile(await (await download).path(), "utf8");
    expect(text.match(/<node /g)).toHaveLength(3);
    expect(text.match(/<edge /g)).toHaveLength(2);
  });

  await test.step("every view draws, and its picture can be kept", async () => {
    for (const view of ["Bubbles", "Radial", "Time"]) {
      await page.locator("label").getByText(view, { exact: true }).click();
      await expect(page.locator("canvas").first()).toBeVisible();
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "SVG" }).click();
      expect(await readFile(await (await download).path(), "utf8")).toMatch(/^<(\?xml|svg)/);
    }
  });
});

test("what is in sight is part of the address, and what is found is marked", async ({
  campaign,
  ownerPage: page,
}) => {
  await page.goto(`${campaign}/cascades/alpha`);
  const zoomIn = page.getByRole("button", { name: "Zoom in" });
  await zoomIn.click();
  await zoomIn.click();
  await expect(page).toHaveURL(/at=2\.25(,|%2C)/);
  await page.reload();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(page).toHaveURL(/at=3\.375(,|%2C)/);
  await page.getByRole("button", { name: "Reset zoom" }).click();
  await expect(page).not.toHaveURL(/at=/);

  await page.getByLabel("Person or code").fill("alpha1");
  await expect(page.getByText("Found by the search")).toBeVisible();
  await page.getByLabel("Person or code").press("Enter");
  await page.getByRole("button", { name: "Only this branch" }).click();
  await expect(page).toHaveURL(/branch=alpha1/);
});

test("a question goes along from the list to a cascade, and back", async ({ campaign, ownerPage: page }) => {
  await page.goto(`${campaign}/cascades?where=channel:whatsapp`);
  await page.getByRole("link", { name: "alpha", exact: true }).click();
  await expect(
    page.getByRole("form", { name: "Search and filter shares" }).getByLabel("Channel"),
  ).toHaveValue("whatsapp");
  await page.getByRole("link", { name: "All cascades" }).click();
  await expect(page).toHaveURL(/\/cascades\?where=channel(:|%3A)whatsapp$/);
});

test("the brush keeps its other end while one is drawn, moves as a whole, and Escape takes it away", async ({
  campaign,
  ownerPage: page,
}) => {
  await page.goto(`${campaign}/cascades/alpha`);
  const [from, until] = [
    page.getByRole("slider", { name: "From" }),
    page.getByRole("slider", { name: "Until" }),
  ];
  const track = page.locator("div:has(> [role=slider])");
  await track.scrollIntoViewIfNeeded();
  const box = await track.boundingBox();
  if (box === null) throw new Error("the timeline is not drawn");
  const values = async () =>
    Promise.all([from, until].map(async (end) => Number(await end.getAttribute("aria-valuenow"))));
  const steps = Number(await until.getAttribute("aria-valuemax"));
  const xOf = (step: number) => box.x + (box.width * step) / steps;
  const drag = async (a: number, b: number) => {
    await page.mouse.move(a, box.y + 20);
    await page.mouse.down();
    await page.mouse.move((a + b) / 2, box.y + 20);
    await page.mouse.move(b, box.y + 20);
    await page.mouse.up();
  };
  const at = (part: number) => Math.floor(steps * part);
  await drag(xOf(at(0.2) + 0.5), xOf(at(0.5) + 0.5));
  const first = await values();
  expect(first).toEqual([at(0.2), at(0.5) + 1]);
  await drag(xOf(first[1] ?? 0), xOf(at(0.7) + 0.5));
  expect(await values()).toEqual([at(0.2), at(0.7) + 1]);
  await drag(xOf(at(0.4) + 0.5), xOf(at(0.5) + 0.5));
  const by = at(0.5) - at(0.4);
  expect(await values()).toEqual([at(0.2) + by, at(0.7) + 1 + by]);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Escape");
  expect(await values()).toEqual([0, steps]);
});
