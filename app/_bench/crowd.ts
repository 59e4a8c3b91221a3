import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { addCollectingWorkspace } from "#app/_front/collector/testing/add-collecting-workspace.ts";
import { plantHeldCampaigns } from "#db/bench/held-campaign.ts";
import { quantile } from "#lib/stats/quantile.ts";
import type { CrowdOrder, CrowdSeen } from "./crowd-load.ts";
import { mintOne } from "./mint-one.ts";
import { type Seen, watchQuiet } from "./watch-quiet.ts";
import { SERVED_VAULT, withServedApp } from "./with-served-app.ts";

const CONNECTIONS = 30;
const NOBODY = "a".repeat(43);

/**
 * Serves the built app over a campaign of a million shares, and prints how long single events and redirects take while
 * nothing else happens, then beside thirty connections each that load the sign-in page, reports that do not exist and
 * one that does, and sign in, and beside the first view of the large campaign. `--shares`, `--seconds`.
 */
export async function benchCrowd(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { shares: { type: "string", default: "1000000" }, seconds: { type: "string", default: "10" } },
  });
  const folder = mkdtempSync(join(tmpdir(), "intishar-bench-"));
  const databasePath = join(folder, "crowd.db");
  const held = plantHeldCampaigns(databasePath, Number(values.shares), SERVED_VAULT);
  const { serverKey } = addCollectingWorkspace(held.db, { id: 2, slug: "quiet" });
  held.close();
  const seconds = Number(values.seconds);
  try {
    await withServedApp({ databasePath, session: held.session }, async ({ url, cookie }) => {
      const own = { Cookie: `${cookie.name}=${cookie.value}` };
      const quiet = { url, headers: { Authorization: `Bearer ${serverKey}` } };
      const code = await mintOne(quiet);
      process.stdout.write(
        "| beside | pages /s | turned away /s | events p50 | p99 ms | visits p50 | p99 ms | failures |\n",
      );
      const measure = async (name: string, work: Promise<CrowdSeen | null>) => {
        const seen = await watchQuiet(quiet, code, work);
        const crowd = await work;
        const rates =
          crowd === null ? ["", ""] : [crowd.answered, crowd.refused].map((n) => (n / seconds).toFixed(1));
        process.stdout.write(`| ${[name, ...rates, ...figuresOf(seen)].join(" | ")} |\n`);
      };
      const crowd = (order: Omit<CrowdOrder, "url" | "connections" | "seconds">) =>
        loadFrom({ ...order, url, connections: CONNECTIONS, seconds });
      await measure("nothing", wait(seconds * 1000, null));
      await measure("sign-in pages", crowd({ path: "/sign-in" }));
      await measure("reports that are not there", crowd({ path: `/r/${NOBODY}` }));
      await measure("a report", crowd({ path: `/r/${held.small.token}` }));
      await measure(
        "dashboards",
        crowd({ path: `/w/bench/campaigns/${held.small.campaignId}`, headers: own }),
      );
      await measure("sign-ins", crowd(await guessing(url)));
      await measure("a first view", firstView(`${url}/w/bench/campaigns/${held.large.campaignId}`, own));
      await measure("nothing", wait(seconds * 1000, null));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Wrong passwords, each for an account of its own, so that each is worked on. */
async function guessing(url: string): Promise<Omit<CrowdOrder, "url" | "connections" | "seconds">> {
  const answer = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const cookie = answer.headers.getSetCookie().map((one) => one.split(";", 1)[0]);
  return {
    path: "/api/auth/callback/credentials",
    method: "POST",
    body:
      new URLSearchParams({ password: "wrong-password", csrfToken, json: "true", email: "" }) +
      "a{n}%40b.example",
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: cookie.join("; ") },
  };
}

async function firstView(address: string, headers: Record<string, string>): Promise<null> {
  const answer = await fetch(address, { headers });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  return null;
}

/** Sends from a process of its own, so that what is measured here does not wait for it. */
async function loadFrom(order: CrowdOrder): Promise<CrowdSeen> {
  const child = fork(new URL("./crowd-load.ts", import.meta.url), [JSON.stringify(order)], {
    execArgv: ["--import", "tsx"],
  });
  const [seen] = (await once(child, "message")) as [CrowdSeen];
  return seen;
}

function figuresOf({ posts, visits, postFailures, visitFailures }: Seen): (string | number)[] {
  const quantiles = [posts, visits].flatMap((times) => {
    const sorted = times.toSorted((a, b) => a - b);
    return [0.5, 0.99].map((p) => quantile(sorted, p).toFixed(1));
  });
  return [...quantiles, postFailures + visitFailures];
}
