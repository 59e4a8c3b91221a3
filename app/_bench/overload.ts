import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addCollectingWorkspace } from "#app/_front/collector/testing/add-collecting-workspace.ts";
import { plantCollection } from "#app/_front/collector/testing/plant-collection.ts";
import { quantile } from "#lib/stats/quantile.ts";
import type { Flooded } from "./flood.ts";
import { createEventStream } from "./front-events.ts";
import { mintOne } from "./mint-one.ts";
import { peakMemory } from "./peak-memory.ts";
import { type ServedFront, serveFront } from "./serve-front.ts";
import { watchQuiet } from "./watch-quiet.ts";

/** What keeps the server busy, and what brings sixteen times as much as its queue holds. */
const LOADS = { capacity: 8, overload: 320 } as const;
const PEAK_SECONDS = 5;
/** A commit's own bar (DESIGN §6); back below it, the server has recovered. */
const CALM_MS = 25;
const CALM_POSTS = 50;

/**
 * Floods the collector with batches of one workspace while another posts single events and people follow a link, and
 * prints what became of each: stored events beside those of a load that just fills the server, waiting times of the
 * quiet ones, memory, and how long the server takes to be calm again.
 */
export async function benchOverload(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { seconds: { type: "string", default: "60" } } });
  const folder = mkdtempSync(join(tmpdir(), "intishar-bench-"));
  try {
    const databasePath = join(folder, "front.db");
    const { db, serverKey } = plantCollection(databasePath);
    const quiet = addCollectingWorkspace(db, { id: 2, slug: "quiet" });
    db.$client.close();
    const served = await serveFront("../_front/collector/testing/collector-process.ts", databasePath, {
      Authorization: `Bearer ${serverKey}`,
    });
    const neighbour = { ...served, headers: { Authorization: `Bearer ${quiet.serverKey}` } };
    await measure(served, neighbour, Number(values.seconds));
    served.child.kill("SIGKILL");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(served: ServedFront, neighbour: ServedFront, seconds: number): Promise<void> {
  const code = await mintOne(neighbour);
  const peak = await flood(served, LOADS.capacity, PEAK_SECONDS);
  const flooding = flood(served, LOADS.overload, seconds);
  const beside = await watchQuiet(neighbour, code, flooding);
  const { stored, refused } = await flooding;
  const calm = await untilCalm(neighbour);
  const line = (name: string, ...figures: unknown[]) => `| ${name} | ${figures.join(" | ")} |\n`;
  const timesOf = (times: number[], failures: number) => {
    const sorted = times.toSorted((a, b) => a - b);
    return [sorted.length, failures, ...[0.5, 0.99].map((p) => Math.round(quantile(sorted, p)))];
  };
  process.stdout.write(
    line("events stored /s at capacity", Math.round(peak.stored)) +
      line("events stored /s under overload", Math.round(stored), (stored / peak.stored).toFixed(2)) +
      line("events refused /s with Retry-After", Math.round(refused)) +
      line("a quiet workspace: posts, failures, p50, p99 ms", ...timesOf(beside.posts, beside.postFailures)) +
      line("redirects, failures, p50, p99 ms", ...timesOf(beside.visits, beside.visitFailures)) +
      line("peak memory MiB", Math.round(peakMemory(served.child.pid))) +
      line("calm again after ms", Math.round(calm)),
  );
}

/** Sends from a process of its own, so that what is measured here does not wait for it. */
async function flood({ url, headers }: ServedFront, connections: number, seconds: number): Promise<Flooded> {
  const order = JSON.stringify({ url, headers, connections, seconds });
  const child = fork(new URL("./flood.ts", import.meta.url), [order], { execArgv: ["--import", "tsx"] });
  const [flooded] = (await once(child, "message")) as [Flooded];
  if (flooded.strange > 0) throw new Error(`${flooded.strange} answers were neither 202 nor 503`);
  return flooded;
}

/** Milliseconds until a run of single posts was quick. */
async function untilCalm({ url, headers }: ServedFront): Promise<number> {
  const next = createEventStream(`c${Date.now().toString(36)}-`);
  const start = performance.now();
  for (let calm = 0, since = start; ; ) {
    const before = performance.now();
    const answer = await fetch(`${url}/api/v1/events`, {
      ...{ method: "POST", headers, body: JSON.stringify(next()) },
    });
    await answer.text();
    const isQuick = answer.status === 202 && performance.now() - before <= CALM_MS;
    if (calm === 0) since = before;
    calm = isQuick ? calm + 1 : 0;
    if (calm === CALM_POSTS) return since - start;
  }
}
