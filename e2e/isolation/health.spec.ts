import { expect } from "@playwright/test";
import { test } from "#e2e/fixtures.ts";

// These need no account, so that a broken set-up page does not hide what they say.
test("a running app is alive and ready", async ({ emptyApp, request }) => {
  const alive = await request.get(`${emptyApp.url}/healthz`);
  expect([alive.status(), await alive.text()]).toEqual([200, "ok\n"]);

  const ready = await request.get(`${emptyApp.url}/readyz`);
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toMatchObject({ status: "ready", checks: { database: "ok" } });
});

test("a page that does not exist is a 404 with every protective header", async ({ emptyApp, request }) => {
  const missing = await request.get(`${emptyApp.url}/no-such-page`);
  expect(missing.status()).toBe(404);
  const headers = missing.headers();
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
  });
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(headers).not.toHaveProperty("x-powered-by");
  expect(headers).not.toHaveProperty("set-cookie");
});

test("a stranger is sent to the sign-in page", async ({ emptyApp, page }) => {
  await page.goto(`${emptyApp.url}/`);
  await expect(page).toHaveURL(/\/sign-in/);
});
