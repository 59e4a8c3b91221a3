import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { createFirstAccount } from "#e2e/create-first-account.ts";
import { createCampaign } from "#e2e/journeys/create-campaign.ts";
import { importShareLog } from "#e2e/journeys/import-share-log.ts";
import { ownerAccount } from "#e2e/owner-account.ts";
import { type RunningApp, startApp } from "#e2e/serve.ts";
import { signIn } from "#e2e/sign-in.ts";
import { type ContextWatch, watchContext } from "#e2e/watch-context.ts";
import { MINUTE } from "#lib/time/lengths.ts";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

interface WorkerFixtures {
  /** An app whose first account exists, shared by the tests of one worker. */
  app: RunningApp & { ownerState: StorageState };
  /** Address of a campaign of that app, into which `shareLog` has been imported. */
  campaign: string;
}

interface TestFixtures {
  /** An app of this test's own that nobody has set up yet. */
  emptyApp: RunningApp;
  watch: ContextWatch;
  /** A page of the shared app, signed in as the owner of its workspace. */
  ownerPage: Page;
}

/** Playwright's `test`, where a page that logs, throws or asks a third party fails its test. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  app: [
    async ({ browser }, use) => {
      // Tests that ask for more than one network may say by the proxy's header that they are several.
      const running = await startApp({ env: { TRUSTED_PROXIES: "127.0.0.1,::1" } });
      const context = await browser.newContext();
      const page = await context.newPage();
      await createFirstAccount(page, running.setUpLink(), ownerAccount);
      await signIn(page, running.url, ownerAccount);
      const ownerState = await context.storageState();
      await context.close();
      await use({ ...running, ownerState });
      await running.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  campaign: [
    async ({ app, browser }, use) => {
      const context = await browser.newContext({ storageState: app.ownerState });
      const page = await context.newPage();
      await page.goto(app.url);
      const address = await createCampaign(page, "Spring data bundle");
      await importShareLog(page);
      await context.close();
      await use(address);
    },
    { scope: "worker", timeout: MINUTE },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  emptyApp: async ({}, use) => {
    const running = await startApp();
    await use(running);
    await running.stop();
  },
  watch: async ({ context }, use) => {
    const watch = watchContext(context);
    await use(watch);
    expect(watch.faults(), "console messages, uncaught errors and third-party requests").toEqual([]);
  },
  // Asking for the watch here makes it part of every test that has a page.
  page: async ({ page, watch: _watch }, use) => use(page),
  ownerPage: async ({ app, page }, use) => {
    await page.context().addCookies(app.ownerState.cookies);
    await use(page);
  },
});
