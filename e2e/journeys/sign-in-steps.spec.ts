import { expect, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { openDatabase } from "#db/open-database.ts";
import { test } from "#e2e/fixtures.ts";
import type { RunningApp } from "#e2e/serve.ts";
import { signIn } from "#e2e/sign-in.ts";
import { LOCALE_COOKIE } from "#lib/i18n/locales.ts";
import { MINUTE, SECOND } from "#lib/time/lengths.ts";
import { expectNoFaults, givePassword, IN, memberOf, signOut } from "./second-step.ts";

const STEP = 30 * SECOND;

async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel(/^(code|recovery code)$/i).fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** As if the last code had been taken long ago: a test does not wait for the next one. */
function forgetStep(app: RunningApp): void {
  const db = openDatabase(app.databasePath);
  db.$client.prepare("UPDATE totp_secrets SET last_step = 0").run();
  db.$client.close();
}

test("an authenticator app is set up, asked for, trusted for a while, and stood in for by a code", async ({
  app,
  page,
  watch,
}) => {
  test.setTimeout(2 * MINUTE);
  watch.allow(/401/);
  const account = await memberOf(app);
  await signIn(page, app.url, account);

  const totp = await test.step("it counts once a code of it was given", async () => {
    await page.goto(`${app.url}/account/security`);
    await page.getByRole("button", { name: "Set up an app" }).click();
    await expect(page.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
    const secret = await page.getByLabel("Key", { exact: true }).inputValue();
    const made = new TOTP({ secret: Secret.fromBase32(secret) });
    await page.getByLabel("Code", { exact: true }).fill("000000");
    await page.getByRole("button", { name: "Turn on" }).click();
    await expect(page.getByText("The code is wrong.")).toBeVisible();
    await expectNoFaults(page);
    await page.getByLabel("Code", { exact: true }).fill(made.generate());
    await page.getByRole("button", { name: "Turn on" }).click();
    await expect(page.getByText("On. Its six digits are asked for")).toBeVisible();
    return made;
  });

  const codes =
    await test.step("recovery codes are shown this once, to be copied, saved and printed", async () => {
      const list = page.getByRole("status").getByRole("listitem");
      await expect(list).toHaveCount(10);
      const shown = await list.allTextContents();
      for (const code of shown) expect(code).toMatch(/^[a-z]{5}-[a-z]{5}$/);
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Download" }).click();
      expect((await download).suggestedFilename()).toBe("intishar-recovery-codes.txt");
      await expect(page.getByRole("button", { name: "Print" })).toBeVisible();
      await expectNoFaults(page);
      await page.getByRole("button", { name: "I have kept them" }).click();
      await page.reload();
      expect(await page.content()).not.toContain(shown[0]);
      await expect(page.getByText("10 codes are left.")).toBeVisible();
      return shown;
    });

  await test.step("the password alone signs nobody in any more", async () => {
    await signOut(page, app);
    await givePassword(page, app, account);
    await expectNoFaults(page);
    await giveCode(page, "000000");
    await expect(page.getByText("The code is wrong or was used")).toBeVisible();
    await page.goto(app.url);
    await expect(page).toHaveURL(/\/sign-in/);
    forgetStep(app);
    await givePassword(page, app, account);
    const arabic = totp.generate().replaceAll(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
    await giveCode(page, arabic);
    await expect(page).toHaveURL(IN);
  });

  await test.step("a browser that is trusted is not asked, until that is ended", async () => {
    await signOut(page, app);
    await givePassword(page, app, account);
    await page.getByLabel("Do not ask in this browser for 30 days").check();
    await giveCode(page, totp.generate({ timestamp: Date.now() + STEP }));
    await expect(page).toHaveURL(IN);
    await signOut(page, app);
    await signIn(page, app.url, account);
    await page.goto(`${app.url}/account`);
    await page.getByRole("button", { name: /^Ask .+ again$/ }).click();
    await expect(page.getByRole("button", { name: /^Ask .+ again$/ })).toHaveCount(0);
    await signOut(page, app);
    await givePassword(page, app, account);
  });

  await test.step("a recovery code works once, and the person sees that it was used", async () => {
    await giveCode(page, codes[3] ?? "");
    await expect(page).toHaveURL(IN);
    await page.goto(`${app.url}/account/security`);
    await expect(page.getByText("9 codes are left.")).toBeVisible();
    await expect(page.getByText("Recovery code used")).toBeVisible();
    await signOut(page, app);
    await givePassword(page, app, account);
    await giveCode(page, codes[3] ?? "");
    await expect(page.getByText("The code is wrong or was used")).toBeVisible();
  });

  await test.step("the second step stands in Arabic, too", async () => {
    await page.context().addCookies([{ name: LOCALE_COOKIE, value: "ar", url: app.url }]);
    await page.goto(`${app.url}/sign-in?step=1`);
    await expect(page.getByRole("heading", { name: "خطوة أخرى" })).toBeVisible();
    await expectNoFaults(page);
  });
});
