import { spawnSync } from "node:child_process";
import { AxeBuilder } from "@axe-core/playwright";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { openDatabase } from "#db/open-database.ts";
import { addMember } from "#e2e/add-member.ts";
import { test } from "#e2e/fixtures.ts";
import type { RunningApp } from "#e2e/serve.ts";
import { signIn } from "#e2e/sign-in.ts";
import { LOCALE_COOKIE } from "#lib/i18n/locales.ts";

const NEW_PASSWORD = "quiet-otters-count-41-lamps";
const GUESSES = 12;

/** Runs the operator's command beside the server. @returns the link that it prints */
function makeLink(app: RunningApp, email: string): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "db/commands/reset-password.ts", email],
    {
      encoding: "utf8",
      env: { ...process.env, DATABASE_PATH: app.databasePath, BASE_URL: app.url },
    },
  );
  expect(stderr).toBe("");
  return /https?:\S+/.exec(stdout)?.[0] ?? "";
}

/** A stranger's wrong passwords, from many networks, until the account takes none from a stranger. */
async function guess(request: APIRequestContext, app: RunningApp, email: string): Promise<void> {
  const { csrfToken } = await (await request.get(`${app.url}/api/auth/csrf`)).json();
  for (let n = 0; n < GUESSES; n += 1) {
    const answer = await request.post(`${app.url}/api/auth/callback/credentials`, {
      headers: { Origin: app.url, "X-Forwarded-For": `192.0.2.${n}` },
      form: { email, password: `guess-${n}`, csrfToken, callbackUrl: "/", json: "true" },
    });
    expect(answer.status()).toBe(401);
  }
}

async function tryToSignIn(page: Page, app: RunningApp, email: string, password: string): Promise<void> {
  await page.goto(`${app.url}/sign-in`);
  await page.getByLabel(/e-?mail/i).fill(email);
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole("button", { name: /^sign in$/i }).click();
}

function expire(app: RunningApp): void {
  const db = openDatabase(app.databasePath);
  db.$client.prepare("UPDATE password_resets SET expires_at = 1, used_at = NULL").run();
  db.$client.close();
}

test("whom strangers keep out, and who forgot, gets in by the operator's link", async ({ app, browser }) => {
  const { email, password } = await addMember(app, { role: "owner" });
  const [former, fresh, stranger] = await Promise.all([1, 2, 3].map(() => browser.newContext()));
  if (former === undefined || fresh === undefined || stranger === undefined) throw new Error("no browser");
  const [formerPage, page] = [await former.newPage(), await fresh.newPage()];
  await signIn(formerPage, app.url, { email, password, workspace: "" });

  await test.step("a browser that nobody knows waits, though its password is right", async () => {
    await guess(stranger.request, app, email);
    await tryToSignIn(page, app, email, password);
    await expect(page.getByRole("alert").filter({ hasText: "too many attempts" })).toBeVisible();
  });

  const link = makeLink(app, email);
  await test.step("the link asks for a password that will do", async () => {
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "Set a new password" })).toBeVisible();
    await expect(page.getByLabel(/e-?mail/i)).toHaveValue(email);
    await page.getByLabel(/^new password/i).fill("password123");
    await page.getByRole("button", { name: "Set password and sign in" }).click();
    await expect(page.getByText("among the first ones tried")).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  await test.step("it signs this browser in, and the others out", async () => {
    await page.getByLabel(/^new password/i).fill(NEW_PASSWORD);
    await page.getByRole("button", { name: "Set password and sign in" }).click();
    await expect(page).toHaveURL(/\/w\/[a-z0-9-]+$/);
    await formerPage.reload();
    await expect(formerPage).toHaveURL(/\/sign-in/);
  });

  await test.step("this browser is known from now on, and strangers still are not", async () => {
    await page.goto(`${app.url}/account`);
    await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
    await expect(page).toHaveURL(/\/sign-in/);
    await signIn(page, app.url, { email, password: NEW_PASSWORD, workspace: "" });
    const other = await stranger.newPage();
    await tryToSignIn(other, app, email, NEW_PASSWORD);
    await expect(other.getByRole("alert").filter({ hasText: "too many attempts" })).toBeVisible();
  });

  await test.step("a link that was used, is over or never was says so", async () => {
    const visitor = await stranger.newPage();
    await visitor.goto(link);
    await expect(visitor.getByRole("heading", { name: "This link was used" })).toBeVisible();
    expire(app);
    await visitor.reload();
    await expect(visitor.getByRole("heading", { name: "This link has expired" })).toBeVisible();
    expect((await new AxeBuilder({ page: visitor }).analyze()).violations).toEqual([]);
    await stranger.addCookies([{ name: LOCALE_COOKIE, value: "ar", url: app.url }]);
    await visitor.reload();
    await expect(visitor.getByRole("heading", { name: "انتهت صلاحية هذا الرابط" })).toBeVisible();
    expect((await visitor.request.get(`${link}x`)).status()).toBe(404);
  });
  for (const context of [former, fresh, stranger]) await context.close();
});
