import { ensureBrowser } from "#e2e/ensure-browser.ts";

// biome-ignore lint/style/noDefaultExport: Playwright calls the default export.
export default function globalSetup(): void {
  ensureBrowser();
}
