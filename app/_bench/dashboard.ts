import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { plantActivity } from "#db/bench/plant-activity.ts";
import { quantile } from "#lib/stats/quantile.ts";
import { withServedApp } from "./with-served-app.ts";

const VIEWS = 300;
const PAGES = ["", "/channels", "/funnel"] as const;

/** One size of campaign, served by an app of its own. */
interface Subject {
  readonly events: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly peakMemory: () => number;
}

/**
 * Serves the built app over one campaign of a million events and one of ten million, and prints how long the server
 * takes for a whole dashboard page: the first time, when nothing of it is known, and from then on. The ratio of the
 * two sizes is what matters, so that their views take turns; `--events 100000,1000000` takes other sizes.
 */
export async function benchDashboard(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { events: { type: "string", default: "1000000,10000000" } },
  });
  process.stdout.write("| events | page | first ms | p50 ms | p95 ms | peak MiB |\n");
  await withSubjects(values.events.split(",").map(Number), [], async (subjects) => {
    for (const page of PAGES) for (const line of await measure(subjects, page)) process.stdout.write(line);
  });
}

/** Plants and serves the sizes one after the other, then works with all of them. */
async function withSubjects(
  [events, ...others]: readonly number[],
  subjects: readonly Subject[],
  work: (subjects: readonly Subject[]) => Promise<void>,
): Promise<void> {
  if (events === undefined) return work(subjects);
  const folder = mkdtempSync(join(tmpdir(), "intishar-bench-"));
  try {
    const databasePath = join(folder, "dashboard.db");
    const session = plantActivity(databasePath, { events });
    await withServedApp({ databasePath, session }, ({ url, cookie, peakMemory }) => {
      const subject = { events, url, peakMemory, headers: { Cookie: `${cookie.name}=${cookie.value}` } };
      return withSubjects(others, [...subjects, subject], work);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(subjects: readonly Subject[], page: string): Promise<string[]> {
  const address = (url: string) => `${url}/w/bench/campaigns/1${page}`;
  const first: number[] = [];
  for (const { url, headers } of subjects) first.push(await timed(address(url), headers));
  const times: number[][] = subjects.map(() => []);
  for (let view = 0; view < VIEWS; view += 1)
    for (const [i, { url, headers }] of subjects.entries())
      times[i]?.push(await timed(address(url), headers));
  return subjects.map(({ events, peakMemory }, i) => {
    const sorted = (times[i] ?? []).toSorted((a, b) => a - b);
    const figures = [first[i] ?? 0, quantile(sorted, 0.5), quantile(sorted, 0.95), peakMemory()];
    return `| ${events} | ${page || "/"} | ${figures.map(Math.round).join(" | ")} |\n`;
  });
}

async function timed(address: string, headers: Record<string, string>): Promise<number> {
  const start = performance.now();
  const answer = await fetch(address, { headers, redirect: "manual" });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  return performance.now() - start;
}
