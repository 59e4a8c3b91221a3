import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { browserPath } from "#e2e/browser-path.ts";
import { type BundledBrowser, bundledBrowser } from "#e2e/bundled-browser.ts";

function unpack({ packageName, folder, executable }: BundledBrowser): void {
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const script = `import chromium from "${packageName}"; await chromium.executablePath();`;
  try {
    // The package unpacks into the temp folder and reuses whatever it finds there. A process of its own
    // with a temp folder of its own keeps versions apart; the rename never shows a half-written browser.
    execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      env: { ...process.env, TMPDIR: partial },
      cwd: new URL("..", import.meta.url).pathname,
      stdio: ["ignore", "ignore", "inherit"],
    });
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another process may have finished first; its browser is the same.
    if (!existsSync(executable)) throw error;
  }
}

function missingLibraries(executable: string): string[] {
  const listing = execFileSync("ldd", [executable], { encoding: "utf8" });
  return [...listing.matchAll(/^\s*(\S+) => not found/gm)].map((match) => String(match[1]));
}

/**
 * Makes sure that the browser `browserPath` names can start: unpacks the npm package's when it is the one.
 * @throws when CHROMIUM_PATH names no file, or shared libraries are missing
 */
export function ensureBrowser(): void {
  const path = browserPath();
  const bundled = bundledBrowser();
  if (path === undefined) return;
  if (bundled?.executable === path) {
    if (!existsSync(path)) unpack(bundled);
    const missing = missingLibraries(path);
    if (missing.length === 0) return;
    throw new Error(
      `The browser lacks ${missing.join(", ")}: on Debian or Ubuntu run \`apt-get install libnss3 libnspr4\`.`,
    );
  }
  if (!existsSync(path)) throw new Error(`CHROMIUM_PATH names no file: ${path}`);
}
