import { type APIResponse, expect, type Page } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";
import { makeReport } from "#e2e/journeys/make-report.ts";
import { watchContext } from "#e2e/watch-context.ts";

const PASSWORD = "seven-quiet-lanterns";

/** An answer without what differs by itself: the address asked for and the nonce of its scripts. */
async function bodyOf(answer: APIResponse, token: string): Promise<string> {
  const text = (await answer.text()).replaceAll(token, "TOKEN");
  return text.replace(/nonce(=|\\?":\\?)"?[A-Za-z0-9+/=\\"]+/g, "nonce").replace(/"b":"[^"]*"/, "");
}

async function screenRows(page: Page, caption: string): Promise<string[][]> {
  const table = page.getByRole("table", { name: caption });
  const rows = await table.locator("tbody tr").all();
  return Promise.all(rows.map((row) => row.locator("td").allInnerTexts()));
}

const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

test("a report link from making to revoking", async ({ app, campaign, ownerPage, browser }) => {
  const link = await makeReport(ownerPage, campaign, {
    ...{ name: "For the client", dates: "bounded", password: PASSWORD, csv: true },
  });
  const token = link.slice(link.lastIndexOf("/") + 1);
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "UTC" });
  const watch = watchContext(context);
  watch.allow(/404/);
  const page = await context.newPage();

  await test.step("opens with its password and no other, in a clean browser", async () => {
    await page.goto(link, { waitUntil: "networkidle" });
    expect((await page.request.get(`${link}/csv/channels`)).status()).toBe(404);
    await page.getByLabel("Password").fill("seven-quiet-lantern");
    await page.getByRole("button", { name: "Open the report" }).click();
    await expect(page.getByText("The password is wrong")).toBeVisible();
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Open the report" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Spring data bundle" })).toBeVisible();
    await expect(page.getByText("alpha")).toHaveCount(0);
    const [cookie] = (await context.cookies(link)).filter(({ name }) => name === "intishar.report");
    expect(cookie).toMatchObject({ path: `/r/${token}`, httpOnly: true, sameSite: "Lax" });
  });

  await test.step("shows other days within its bounds, and files with the rows of the screen", async () => {
    await page.getByLabel("From").fill("2026-03-01");
    await page.getByLabel("To", { exact: true }).fill("2026-03-01");
    await page.getByRole("button", { name: "Show these days" }).click();
    await expect(page).toHaveURL(/from=2026-03-01&to=2026-03-01/);
    const file = page.waitForEvent("download");
    await page.getByRole("link", { name: "Channels (CSV)" }).click();
    expect((await file).suggestedFilename()).toBe(
      "intishar_spring-data-bundle_channels_2026-03-01_2026-03-01.csv",
    );
    const answer = await page.request.get(`${link}/csv/channels?from=2026-03-01&to=2026-03-01`);
    const [head, ...lines] = (await answer.text()).trimEnd().split("\r\n");
    expect(head).toBe("\uFEFFchannel,shares,sharers,visits,conversions,value,children");
    const rows = await screenRows(page, "Channels");
    expect(rows).toHaveLength(4);
    expect(lines.map((line) => line.split(","))).toEqual(rows);
  });

  await test.step("refuses wider days as if it were unknown", async () => {
    expect((await page.request.get(`${link}?from=2026-02-19`)).status()).toBe(404);
    expect((await page.request.get(`${link}/csv/shares?to=2026-03-11`)).status()).toBe(404);
    expect((await page.request.get(`${link}?from=2026-02-21`)).status()).toBe(200);
    const headers = { "User-Agent": BROWSER };
    expect((await page.request.head(`${link}?from=2026-02-21`, { headers })).status()).toBe(200);
    expect((await page.request.get(`${link}?from=2026-02-21`, { headers })).status()).toBe(200);
  });

  await test.step("once revoked, is like a link that never was", async () => {
    const row = ownerPage.getByRole("row", { name: /For the client/ });
    // The browser's that unlocked it, and the request above under a browser's name; choosing days is none, nor what a
    // program asked for, as the driven browser names itself, nor a look at the headers. Written a little later.
    await expect(async () => {
      await ownerPage.goto(`${campaign}/reports`);
      expect(await row.getByRole("cell").nth(3).textContent()).toBe("2");
    }).toPass();
    await row.getByRole("button", { name: "Revoke For the client" }).click();
    await expect(row).toContainText("Revoked");
    await page.getByRole("button", { name: "Show these days" }).click();
    await expect(page.getByRole("heading", { name: "Nothing here" }).first()).toBeAttached();
    const unknown = token.split("").reverse().join("");
    const answers = [
      await page.request.get(link),
      await page.request.get(`${app.url}/r/${unknown}`),
    ] as const;
    expect(answers.map((answer) => answer.status())).toEqual([404, 404]);
    expect(await bodyOf(answers[0], token)).toBe(await bodyOf(answers[1], unknown));
  });
  expect(watch.faults()).toEqual([]);
  await context.close();
});
