import { type CDPSession, expect, type Page } from "@playwright/test";
import { openDatabase } from "#db/open-database.ts";
import { test } from "#e2e/fixtures.ts";
import { signIn } from "#e2e/sign-in.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { expectNoFaults, givePassword, IN, memberOf, signOut } from "./second-step.ts";

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
