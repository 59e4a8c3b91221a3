import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { bundledBrowser } from "#e2e/bundled-browser.ts";

const SYSTEM_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The browser the tests run in: CHROMIUM_PATH, Playwright's own download (undefined: Playwright finds
 * it), the npm package's, then an installed Chrome or Chromium. The package's may not be unpacked yet;
 * `ensureBrowser` does that.
 * @throws when there is none, naming the ways to get one
 */
export function browserPath(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  if (existsSync(chromium.executablePath())) return undefined;
  const found = bundledBrowser()?.executable ?? SYSTEM_PATHS.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    "There is no browser for the tests: run `npx playwright install chromium`, install Chrome or Chromium, " +
      "or set CHROMIUM_PATH to one.",
  );
}
