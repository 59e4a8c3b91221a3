import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { createFirstAccount } from "#e2e/create-first-account.ts";
import { test } from "#e2e/fixtures.ts";
import { createCampaign } from "#e2e/journeys/create-campaign.ts";
import { ownerAccount } from "#e2e/owner-account.ts";
import { signIn } from "#e2e/sign-in.ts";
import { watchContext } from "#e2e/watch-context.ts";

const EDITOR = { email: "sara@intishar.test", password: "slow-herons-cross-17-bridges" };
const CLIENT = { email: "client@intishar.test", password: "seven-lamps-on-a-quiet-hill" };

/** Another browser, watched as the first is. */
async function another(
  browser: Browser,
): Promise<{ context: BrowserContext; page: Page; end(): Promise<void> }> {
  const context = await browser.newContext();
  const watch = watchContext(context);
  const page = await context.newPage();
  const end = async () => {
    expect(watch.faults()).toEqual([]);
    await context.close();
  };
  return { context, page, end };
}

/** Makes an invitation on the page of the team. @returns its link */
async function invite(
  page: Page,
  invited: { email?: string; role: string; campaign?: string },
): Promise<string> {
  const { email = "", role, campaign } = invited;
  await page.getByLabel(/^E-mail/).fill(email);
  await page.getByLabel("Role").selectOption(role);
  if (campaign !== undefined) await page.getByLabel(campaign).check();
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = page.getByLabel("Invitation link");
  await expect(link).toHaveValue(/\/join\/[\w-]{43}$/);
  return link.inputValue();
}

async function joinAs(page: Page, link: string, person: typeof EDITOR, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel(/^Your name/).fill(name);
  await page.getByLabel(/^E-mail/).fill(person.email);
  await page.getByLabel(/^Password/).fill(person.password);
  await page.getByRole("button", { name: "Create account and join" }).click();
  await expect(page).toHaveURL(/\/w\/[a-z0-9-]+$/);
  await page.waitForLoadState("load");
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test("a team of three: an editor and a client join by links, see what they may, and are gone when removed", async ({
  emptyApp: app,
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await createFirstAccount(page, app.setUpLink(), ownerAccount);
  await signIn(page, app.url, ownerAccount);
  const home = page.url();
  await createCampaign(page, "For everybody");
  await page.goto(home);
  const shown = await createCampaign(page, "For the client");
  await page.goto(`${home}/settings/team`);
  await expectAccessible(page);

  const forEditor = await invite(page, { email: EDITOR.email, role: "editor" });
  await page.reload();
  await expect(page.getByRole("table", { name: "Open invitations" })).toContainText(EDITOR.email);
  const editor = await another(browser);

  await test.step("an invitation for one address is for no other", async () => {
    await editor.page.goto(forEditor);
    await expectAccessible(editor.page);
    await editor.page.getByLabel(/^E-mail/).fill("eve@intishar.test");
    await editor.page.getByLabel(/^Password/).fill(EDITOR.password);
    await editor.page.getByRole("button", { name: "Create account and join" }).click();
    await expect(editor.page.getByText("The invitation is for another address.")).toBeVisible();
  });

  await test.step("an editor joins and makes campaigns, but has no way to the team", async () => {
    await joinAs(editor.page, forEditor, EDITOR, "Sara");
    await expect(editor.page.getByRole("link", { name: "New campaign" }).first()).toBeVisible();
    await expect(editor.page.getByRole("link", { name: "Settings" })).toHaveCount(0);
    const answer = await editor.page.request.get(`${home}/settings/team`);
    expect(answer.status()).toBe(404);
    expect((await editor.page.request.get(forEditor)).status()).toBe(404);
  });

  await page.reload();
  const forClient = await invite(page, { role: "client", campaign: "For the client" });
  const client = await another(browser);

  await test.step("a client sees the one campaign that was chosen", async () => {
    await joinAs(client.page, forClient, CLIENT, "");
    await expect(client.page.getByRole("link", { name: "For the client" }).first()).toBeVisible();
    await expect(client.page.getByText("For everybody")).toHaveCount(0);
    const path = (number: string) => shown.replace(/\d+$/, number);
    const own = /\d+$/.exec(shown)?.[0] ?? "";
    expect((await client.page.request.get(path(own))).status()).toBe(200);
    expect((await client.page.request.get(path("1"))).status()).toBe(own === "1" ? 200 : 404);
  });

  await test.step("whoever is removed finds nothing at their next click", async () => {
    await page.reload();
    await page.getByRole("link", { name: "Manage Sara" }).click();
    await expect(page.getByRole("heading", { name: "Sara" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Remove…" }).click();
    await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
    await page.getByRole("button", { name: "Yes, remove" }).click();
    await expect(page).toHaveURL(/\/settings\/team$/);
    await expect(page.getByRole("table", { name: "Members" })).not.toContainText("Sara");
    expect((await editor.page.request.get(home)).status()).toBe(404);
    await editor.page.goto(`${app.url}/`);
    await expect(editor.page.getByText("You belong to no workspace")).toBeVisible();
  });

  await test.step("the owner makes another workspace and switches between the two", async () => {
    await page.goto(`${app.url}/w`);
    await expectAccessible(page);
    await page.getByLabel("Workspace name").fill("Second house");
    await page.getByRole("button", { name: "Create workspace" }).click();
    await expect(page).toHaveURL(/\/w\/second-house$/);
    await page.getByRole("button", { name: /^Workspace/ }).click();
    await page.getByRole("link", { name: ownerAccount.workspace }).click();
    await expect(page).toHaveURL(home);
  });
  await editor.end();
  await client.end();
});
