import { type Browser, expect, type Page } from "@playwright/test";
import { addMember } from "#e2e/add-member.ts";
import { test } from "#e2e/fixtures.ts";
import { createCampaign } from "#e2e/journeys/create-campaign.ts";
import type { RunningApp } from "#e2e/serve.ts";
import { signIn } from "#e2e/sign-in.ts";
import { type ContextWatch, watchContext } from "#e2e/watch-context.ts";

const CAMPAIGN = "Spring data bundle";
const SEGMENT = "By e-mail";

/** A page in a browser of its own, signed in through the form as a member with this role. */
async function pageOf(
  browser: Browser,
  app: RunningApp,
  role: "editor" | "viewer",
): Promise<{ page: Page; watch: ContextWatch }> {
  const context = await browser.newContext();
  const watch = watchContext(context);
  const page = await context.newPage();
  await signIn(page, app.url, await addMember(app, { role }));
  return { page, watch };
}

async function openSegments(page: Page, address: string): Promise<void> {
  // A menu opens once its script listens.
  await page.goto(address, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: /^Segment/ }).click();
}

test("a viewer reads everything and changes nothing but their own; an editor changes it", async ({
  app,
  campaign,
  browser,
}) => {
  const { page: viewer, watch } = await pageOf(browser, app, "viewer");
  watch.allow(/404/);
  const seen = viewer.getByRole("main");

  await test.step("the viewer: figures, without what changes a campaign", async () => {
    await expect(viewer.getByRole("link", { name: "New campaign" })).toHaveCount(0);
    await viewer.getByRole("link", { name: CAMPAIGN, exact: true }).click();
    await expect(viewer.getByRole("heading", { level: 1, name: CAMPAIGN })).toBeVisible();
    await expect(seen.locator("dl").getByText("Sharers", { exact: true })).toBeVisible();
    for (const name of ["Archive", "Save note"])
      await expect(seen.getByRole("button", { name })).toHaveCount(0);
    await expect(seen.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
    const tabs = viewer.getByRole("navigation", { name: "Campaign" });
    await expect(tabs.getByRole("link", { name: "Channels" })).toBeVisible();
    await expect(tabs.getByRole("link", { name: "Reports" })).toHaveCount(0);
  });

  await test.step("the viewer: imports, without a way to bring a file or take one back", async () => {
    await viewer.goto(`${campaign}/import`);
    await expect(seen.getByRole("link", { name: "shares.csv" })).toBeVisible();
    await expect(viewer.locator("input[type=file]")).toHaveCount(0);
    await expect(seen.getByRole("button")).toHaveCount(0);
    await seen.getByRole("link", { name: "shares.csv" }).click();
    await expect(viewer.getByRole("heading", { name: "4. Imported" })).toBeVisible();
    await expect(seen.getByRole("button")).toHaveCount(0);
  });

  await test.step("the viewer: a segment, for nobody else", async () => {
    await openSegments(viewer, `${campaign}?where=channel:email`);
    await expect(viewer.getByRole("checkbox", { name: /everyone/i })).toHaveCount(0);
    await viewer.getByLabel("Save these filters as").fill(SEGMENT);
    await viewer.getByRole("button", { name: "Save segment" }).click();
    await expect(viewer.getByRole("button", { name: /^Segment/ })).toContainText(SEGMENT);
  });

  await test.step("the viewer: what is for others is not there", async () => {
    for (const path of ["edit", "collect/new", "collect/set-up", "reports", "reports/new"])
      expect((await viewer.goto(`${campaign}/${path}`))?.status(), path).toBe(404);
    expect(watch.faults()).toEqual([]);
  });

  const { page: editor, watch: editorWatch } = await pageOf(browser, app, "editor");

  await test.step("the editor: makes and changes a campaign", async () => {
    const made = await createCampaign(editor, "By an editor");
    await editor.getByRole("button", { name: "Archive" }).click();
    await editor.getByRole("button", { name: "Restore" }).click();
    await expect(editor.getByRole("button", { name: "Archive" })).toBeVisible();
    await editor.getByRole("link", { name: "Edit", exact: true }).click();
    await editor.getByLabel(/^Name/).fill("Changed by an editor");
    await editor.getByRole("button", { name: "Save changes" }).click();
    await expect(editor).toHaveURL(made);
    await expect(editor.getByRole("heading", { level: 1, name: "Changed by an editor" })).toBeVisible();
  });

  await test.step("the editor: may bring files, make reports, and save for everyone", async () => {
    await editor.goto(`${campaign}/import`);
    await expect(editor.locator("input[type=file]")).toHaveCount(1);
    await editor.goto(`${campaign}/reports`);
    await expect(editor.getByRole("link", { name: "New report link" })).toBeVisible();
    await openSegments(editor, `${campaign}?where=channel:email`);
    await expect(editor.getByRole("checkbox", { name: /everyone/i })).toBeVisible();
    await expect(editor.getByText(SEGMENT)).toHaveCount(0);
    expect(editorWatch.faults()).toEqual([]);
  });
  for (const page of [viewer, editor]) await page.context().close();
});
