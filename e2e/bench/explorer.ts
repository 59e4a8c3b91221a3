import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Page } from "@playwright/test";
import { withServedApp } from "#app/_bench/with-served-app.ts";
import { plantCascades } from "#db/bench/plant-cascades.ts";
import { browserPath } from "#e2e/browser-path.ts";
import { ensureBrowser } from "#e2e/ensure-browser.ts";
import { quantile } from "#lib/stats/quantile.ts";

const FRAMES = 90;

/**
 * Opens single cascades in Chromium and prints, for each: milliseconds from the request to the first picture, those
 * between frames while it is magnified and while it is drawn aside, and the heap. Sizes of simulated cascades with
 * `--sizes 1000,10000`; the largest and the deepest of a share log with `--log FILE`.
 */
export async function benchExplorer(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { sizes: { type: "string", default: "1000,10000,50000" }, log: { type: "string" } },
  });
  ensureBrowser();
  const folder = mkdtempSync(join(tmpdir(), "intishar-bench-"));
  const executablePath = browserPath();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ["--enable-precise-memory-info"],
  });
  try {
    const databasePath = join(folder, "explorer.db");
    const sizes = values.sizes.split(",").map(Number);
    const from = values.log === undefined ? { sizes } : { log: values.log };
    const { session, cascades } = await plantCascades(databasePath, from);
    await withServedApp({ databasePath, session }, async ({ url, cookie }) => {
      process.stdout.write(
        "| shares | depth | first picture ms | zoom p50 | p95 | pan p50 | p95 | heap MiB |\n",
      );
      for (const { root, size, depth } of cascades) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
        await context.addCookies([{ ...cookie, url }]);
        const page = await context.newPage();
        const figures = await measure(
          page,
          `${url}/w/bench/campaigns/1/cascades/${encodeURIComponent(root)}`,
        );
        process.stdout.write(`| ${size} | ${depth} | ${figures.join(" | ")} |\n`);
        await context.close();
      }
    });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

/** What the page keeps for the benchmark. */
interface Watched {
  firstPicture?: number;
  frameTimes?: number[];
}

async function measure(page: Page, address: string): Promise<string[]> {
  // The loader of this file names functions by a helper that the page does not have.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(watchFirstPicture);
  // The first visit also loads the app itself; a reader of cascades has that at hand.
  await page.goto(address);
  await page.waitForFunction(() => (window as Watched).firstPicture !== undefined);
  await page.goto(address);
  await page.waitForFunction(() => (window as Watched).firstPicture !== undefined);
  const first = await page.evaluate(() => (window as Watched).firstPicture ?? 0);
  const box = await page.locator("canvas").first().boundingBox();
  if (box === null) throw new Error("the picture is not drawn");
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height, 500) / 2];
  await page.mouse.move(x, y);
  await page.keyboard.down("Control");
  const zoom = await framesWhile(page, () => page.mouse.wheel(0, -12));
  await page.keyboard.up("Control");
  await page.mouse.down();
  let step = 0;
  const pan = await framesWhile(page, () => page.mouse.move(x + 120 * Math.sin(step++ / 8), y + step / 3));
  await page.mouse.up();
  const heap = await page.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
  );
  return [
    first.toFixed(0),
    ...[zoom, pan].flatMap((frames) => [quantile(frames, 0.5).toFixed(1), quantile(frames, 0.95).toFixed(1)]),
    (heap / 1024 ** 2).toFixed(0),
  ];
}

/** Milliseconds between frames while something is done once a frame, in ascending order. */
async function framesWhile(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    (window as Watched).frameTimes = frames;
    let before = performance.now();
    const tick = (now: number) => {
      if ((window as Watched).frameTimes !== frames) return;
      frames.push(now - before);
      before = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  for (let frame = 0; frame < FRAMES; frame++) await act();
  const frames = await page.evaluate(() => {
    const { frameTimes: frames = [] } = window as Watched;
    delete (window as Watched).frameTimes;
    return frames.slice(2);
  });
  return frames.sort((a, b) => a - b);
}

/** Runs in the page: notes when the frame with the first mark on a canvas is shown. */
function watchFirstPicture(): void {
  const { arc } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.arc = function (...args: Parameters<typeof arc>) {
    CanvasRenderingContext2D.prototype.arc = arc;
    requestAnimationFrame(() =>
      requestAnimationFrame((now) => {
        (window as Watched).firstPicture = now;
      }),
    );
    arc.apply(this, args);
  };
}
