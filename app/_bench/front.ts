import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { readMetrics } from "#app/_front/collector/testing/metrics-token.ts";
import { plantCollection } from "#app/_front/collector/testing/plant-collection.ts";
import { mintOne } from "./mint-one.ts";
import { peakMemory } from "./peak-memory.ts";
import { postOf } from "./post-of.ts";
import { type ServedFront, serveFront } from "./serve-front.ts";

const CONNECTIONS = 32;
const BATCH = 100;

interface Measured {
  /** Requests a second. */
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
  /** Peak resident memory of the server so far, MiB. */
  readonly peak: number;
}

interface Scenario {
  readonly name: string;
  readonly events: number;
  readonly request: (code: string) => autocannon.Request;
}

const scenarios: readonly Scenario[] = [
  { name: "single posts", events: 1, request: () => postOf("s", 1) },
  { name: `batches of ${BATCH}`, events: BATCH, request: () => postOf("b", BATCH) },
  { name: "redirects", events: 1, request: (code) => ({ method: "GET", path: `/s/${code}` }) },
];

/**
 * Loads the collector and two bare servers in turn, on the same machine in the same run: one that keeps the journal
 * alone, one that writes the same rows to all tables. Prints rates and ratios: rates wander with whatever else the
 * machine does, ratios much less.
 */
export async function benchFront(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { seconds: { type: "string", default: "5" } } });
  const folder = mkdtempSync(join(tmpdir(), "intishar-bench-"));
  try {
    const databasePath = join(folder, "front.db");
    const { db, serverKey } = plantCollection(databasePath);
    db.$client.close();
    const [journal, rows] = await Promise.all(
      ["journal", "same-rows"].map((which) =>
        serveFront("./front-floor.ts", join(folder, `${which}.db`), {}, which),
      ),
    );
    if (journal === undefined || rows === undefined) return;
    const ours = await serveFront("../_front/collector/testing/collector-process.ts", databasePath, {
      Authorization: `Bearer ${serverKey}`,
    });
    const code = await mintOne(ours);
    process.stdout.write(
      "| | journal alone /s | same rows /s | ours /s | events/s | ratio | ratio to same rows | p50 ms | p99 ms " +
        "| failures | peak MiB |\n",
    );
    for (const scenario of scenarios) {
      const seconds = Number(values.seconds);
      const bare = await load(journal, scenario, code, seconds);
      const same = await load(rows, scenario, code, seconds);
      const own = await load(ours, scenario, code, seconds);
      const ratios = [bare, same].map(({ rate }) => (own.rate / rate).toFixed(2));
      const rates = [bare.rate, same.rate, own.rate, own.rate * scenario.events].map(Math.round);
      const rest = [own.p50, own.p99, own.failures, Math.round(own.peak)];
      process.stdout.write(`| ${[scenario.name, ...rates, ...ratios, ...rest].join(" | ")} |\n`);
    }
    process.stdout.write(`commits within 25 ms: ${(100 * (await quickCommits(ours))).toFixed(2)} %\n`);
    for (const { child } of [journal, rows, ours]) child.kill("SIGKILL");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function load(
  { url, headers, child }: ServedFront,
  { request }: Scenario,
  code: string,
  seconds: number,
): Promise<Measured> {
  const agent = {
    "User-Agent": "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36",
  };
  const one = request(code);
  // Connections share the stream of events, so that no two send the same.
  const result = await autocannon({
    ...{ url, connections: CONNECTIONS, duration: seconds },
    headers: { ...headers, ...agent, "content-type": "application/json" },
    requests: [one],
  });
  const { requests, latency, non2xx, errors, statusCodeStats } = result;
  const redirects = Number(statusCodeStats?.["302"]?.count ?? 0);
  return {
    rate: requests.average,
    ...{ p50: latency.p50, p99: latency.p99 },
    failures: non2xx - redirects + errors,
    peak: peakMemory(child.pid),
  };
}

/** Part of the commits so far that took no longer than the 25 ms that are wanted. */
async function quickCommits({ url }: ServedFront): Promise<number> {
  const text = await readMetrics(url);
  const count = (bound: string) =>
    Number(new RegExp(`^intishar_commit_seconds_bucket\\{le="${bound}"\\} (\\d+)$`, "m").exec(text)?.[1]);
  return count("0.025") / count("\\+Inf");
}
