import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { plantActivity } from "#db/bench/plant-activity.ts";
import { quantile } from "#lib/stats/quantile.ts";
import { withServedApp } from "./with-served-app.ts";

const VIEWS = 300;
const PAGES = ["", "/channels", "/funnel"] as const;

/**
 * Serves the built app over one campaign of a million events and one of ten million, and prints how long the server
 * takes for a whole dashboard page: the first time, when nothing of it is known, and from then on. The ratio of the
 * two sizes is what matters; `--events 100000,1000000` takes other sizes.
 */
export async function benchDashboard(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { events: { type: "string", default: "1000000,10000000" } },
  });
  process.stdout.write("| events | page | first ms | p50 ms | p95 ms | peak MiB |\n");
  for (const events of values.events.split(",").map(Number)) {
    const folder = mkdtempSync(join(tmpdir(), "intishar-bench-"));
    try {
      const databasePath = join(folder, "dashboard.db");
      const session = plantActivity(databasePath, events);
      await measure(databasePath, session, events);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

async function measure(databasePath: string, session: string, events: number): Promise<void> {
  await withServedApp({ databasePath, session }, async ({ url, cookie, pid }) => {
    const headers = { Cookie: `${cookie.name}=${cookie.value}` };
    for (const page of PAGES) {
      const address = `${url}/w/bench/campaigns/1${page}`;
      const first = await timed(address, headers);
      const times: number[] = [];
      for (let view = 0; view < VIEWS; view += 1) times.push(await timed(address, headers));
      times.sort((a, b) => a - b);
      const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
      const figures = [first, quantile(times, 0.5), quantile(times, 0.95), peak / 1024].map(Math.round);
      process.stdout.write(`| ${events} | ${page || "/"} | ${figures.join(" | ")} |\n`);
    }
  });
}

async function timed(address: string, headers: Record<string, string>): Promise<number> {
  const start = performance.now();
  const answer = await fetch(address, { headers, redirect: "manual" });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  return performance.now() - start;
}
