import { createRequire } from "node:module";
import { join } from "node:path";

const PACKAGE = "@sparticuz/chromium";
const CACHE = new URL("../node_modules/.cache/", import.meta.url).pathname;

// The package does not export its package.json, so the version is read from beside its entry point.
function installedVersion(): string | null {
  try {
    const manifest: unknown = createRequire(import.meta.url)(`../node_modules/${PACKAGE}/package.json`);
    const version = (manifest as { version?: unknown }).version;
    return typeof version === "string" ? version : null;
  } catch {
    return null;
  }
}

/** The browser inside the npm package, as it stands once unpacked. */
export interface BundledBrowser {
  packageName: string;
  /** Folder named by package and version, so that an update never meets an older browser. */
  folder: string;
  executable: string;
}

/** Where the browser of the npm package belongs; null where it cannot run or is not installed. */
export function bundledBrowser(): BundledBrowser | null {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const version = installedVersion();
  if (version === null) return null;
  const folder = join(CACHE, `sparticuz-chromium-${version}`);
  return { packageName: PACKAGE, folder, executable: join(folder, "chromium") };
}
