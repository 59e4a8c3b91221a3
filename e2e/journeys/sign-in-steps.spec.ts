import { AxeBuilder } from "@axe-core/playwright";
import { type CDPSession, expect, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { openDatabase } from "#db/open-database.ts";
import { addMember } from "#e2e/add-member.ts";
import { test } from "#e2e/fixtures.ts";
import type { Account } from "#e2e/owner-account.ts";
import type { RunningApp } from "#e2e/serve.ts";
import { signIn } from "#e2e/sign-in.ts";
import { LOCALE_COOKIE } from "#lib/i18n/locales.ts";
import { MINUTE, SECOND } from "#lib/time/lengths.ts";

const STEP = 30 * SECOND;
const IN = /\/w\/[a-z0-9-]+$/;

async function signOut(page: Page, app: RunningApp): Promise<void> {
  await page.goto(`${app.url}/account`);
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
}

async function givePassword(page: Page, app: RunningApp, { email, password }: Account): Promise<void> {
  await page.goto(`${app.url}/sign-in`);
  await page.getByLabel(/e-?mail/i).fill(email);
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "One more step" })).toBeFocused();
}

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

async function expectNoFaults(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}

async function memberOf(app: RunningApp): Promise<Account> {
  return { ...(await addMember(app, { role: "editor" })), workspace: "" };
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

/** An authenticator of this page's browser, which says yes to everything. */
async function plugIn(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

const byPasskey = (page: Page) => page.getByRole("button", { name: "Sign in with a passkey" });

/** What this browser's next press signs and sends, which is kept back. */
async function signedAnswer(page: Page): Promise<string> {
  const asked = page.waitForRequest("**/api/auth/callback/passkey");
  await page.route("**/api/auth/callback/passkey", (route) => route.abort(), { times: 1 });
  await byPasskey(page).click();
  return new URLSearchParams((await asked).postData() ?? "").get("response") ?? "";
}

async function sendAnswer(page: Page, response: string): Promise<number> {
  return page.evaluate(async (answer) => {
    const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
    const body = new URLSearchParams({ response: answer, csrfToken, callbackUrl: "/", json: "true" });
    return (await fetch("/api/auth/callback/passkey", { method: "POST", body })).status;
  }, response);
}

test("a passkey signs in by itself; a copy of it, another challenge's answer and a second use do not", async ({
  app,
  page,
  watch,
}) => {
  test.setTimeout(2 * MINUTE);
  watch.allow(/401|ERR_FAILED/);
  const account = await memberOf(app);
  await signIn(page, app.url, account);
  const { cdp, authenticatorId } = await plugIn(page);

  await test.step("it is added under a name, with recovery codes", async () => {
    await page.goto(`${app.url}/account/security`);
    await page.getByLabel("Name of the new passkey").fill("Work laptop");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await expect(page.getByRole("button", { name: "Remove Work laptop" })).toBeVisible();
    await expect(page.getByRole("status").getByRole("listitem")).toHaveCount(10);
    await page.getByRole("button", { name: "I have kept them" }).click();
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await expect(page.getByText("This passkey is known already.")).toBeVisible();
  });

  await test.step("it signs in without a password, and the password asks for it", async () => {
    await signOut(page, app);
    await byPasskey(page).click();
    await expect(page).toHaveURL(IN);
    await signOut(page, app);
    await givePassword(page, app, account);
    await expect(page.getByText("Your account also needs your passkey.")).toBeVisible();
    await expectNoFaults(page);
    await byPasskey(page).click();
    await expect(page).toHaveURL(IN);
    await page.goto(`${app.url}/account/security`);
    await expect(page.getByText(/^Last used /)).toBeVisible();
  });

  await test.step("an answer to another challenge, and one that was given, open nothing", async () => {
    await signOut(page, app);
    const first = await signedAnswer(page);
    await page.reload();
    const second = await signedAnswer(page);
    expect(await sendAnswer(page, first)).toBe(401);
    expect(await sendAnswer(page, second)).toBe(200);
    expect(await sendAnswer(page, second)).toBe(401);
    await page.goto(app.url);
    await expect(page).toHaveURL(IN);
  });

  await test.step("a copy of the key, whose count stands behind, is refused", async () => {
    await signOut(page, app);
    const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId });
    const [credential] = credentials;
    if (credential === undefined) throw new Error("the authenticator has no passkey");
    const behind = { ...credential, signCount: 1 };
    await cdp.send("WebAuthn.removeCredential", { authenticatorId, credentialId: credential.credentialId });
    await cdp.send("WebAuthn.addCredential", { authenticatorId, credential: behind });
    await byPasskey(page).click();
    await expect(page.getByText("This passkey does not open an account here.")).toBeVisible();
    expect(app.output()).toMatch(/"event":"passkey-refused"/);
    const ahead = { ...credential, signCount: credential.signCount + 5 };
    await cdp.send("WebAuthn.removeCredential", { authenticatorId, credentialId: credential.credentialId });
    await cdp.send("WebAuthn.addCredential", { authenticatorId, credential: ahead });
    await byPasskey(page).click();
    await expect(page).toHaveURL(IN);
  });

  await test.step("who has not proved it of late proves it first, and removes it", async () => {
    const db = openDatabase(app.databasePath);
    db.$client.prepare("UPDATE sessions SET proved_at = 1").run();
    db.$client.close();
    await page.goto(`${app.url}/account/security`);
    await expect(page.getByRole("button", { name: "Remove Work laptop" })).toHaveCount(0);
    await expectNoFaults(page);
    await page.getByRole("button", { name: "Confirm with a passkey" }).click();
    await page.getByRole("button", { name: "Remove Work laptop" }).click();
    await expect(page.getByText("You have no passkey yet.")).toBeVisible();
    await signOut(page, app);
    await byPasskey(page).click();
    await expect(page.getByText("This passkey does not open an account here.")).toBeVisible();
    await signIn(page, app.url, account);
  });
});
