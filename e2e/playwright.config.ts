import { defineConfig } from "@playwright/test";
import { browserPath } from "#e2e/browser-path.ts";
import { MINUTE } from "#lib/time/lengths.ts";

const executablePath = browserPath();

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  globalSetup: "./global-setup.ts",
  fullyParallel: true,
  // Each worker runs a server of its own beside its browser.
  workers: 2,
  // A test that passes at the second attempt has found a fault.
  retries: 0,
  timeout: MINUTE,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "UTC",
    viewport: { width: 1280, height: 900 },
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      chromiumSandbox: false,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
    trace: "on-first-retry",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "app", testMatch: "{journeys,isolation,rtl}/**/*.spec.ts" },
    { name: "screenshots", testMatch: "screenshots/**/*.spec.ts" },
  ],
});
