import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { PROCESS_NAMES } from "#app/_front/testing/process-of.ts";
import { plantHeldCampaigns } from "#db/bench/held-campaign.ts";
import { SERVED_VAULT, withServedApp } from "./with-served-app.ts";

const QUIET_MS = 5000;
const POLL_MS = 100;

/**
 * Serves the built app over one campaign of a million shares, and prints for how long the event loops of its two
 * processes were held while nothing happened, while a page was looked at for the first time, a report opened, everything downloaded as a zip,
 * and an import of half of the campaign undone. `--shares 100000` takes another size.
 */
export async function benchLoop(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { shares: { type: "string", default: "1000000" } },
  });
  const folder = mkdtempSync(join(tmpdir(), "intishar-bench-"));
  const databasePath = join(folder, "loop.db");
  const held = plantHeldCampaigns(databasePath, Number(values.shares), SERVED_VAULT);
  try {
    await withServedApp({ databasePath, session: held.session }, async ({ url, cookie, loopDelay }) => {
      const own = { Cookie: `${cookie.name}=${cookie.value}` };
      const page = (id: number) => `${url}/w/bench/campaigns/${id}`;
      const report = (token: string) => `${url}/r/${token}`;
      const zip = (id: number) => `${url}/api/w/bench/campaigns/${id}/zip`;
      process.stdout.write(
        "| | seconds | front held p99.9 ms | at most ms | pages held p99.9 ms | at most ms |\n",
      );
      const measure = async (name: string, work: () => Promise<void>) => {
        for (const name of PROCESS_NAMES) await loopDelay(name);
        const start = performance.now();
        await work();
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        const delays = await Promise.all(PROCESS_NAMES.map(loopDelay));
        const figures = delays.flatMap(({ p999, most }) => [p999.toFixed(1), most.toFixed(1)]);
        process.stdout.write(`| ${name} | ${seconds} | ${figures.join(" | ")} |\n`);
      };
      // What is loaded and warmed up with the first request of its kind is no matter of a campaign's size.
      const { small, large } = held;
      for (const address of [page(small.campaignId), report(small.token), zip(small.campaignId)])
        await drain(address, own);
      await measure("nothing", () => wait(QUIET_MS));
      await measure("first view", () => drain(page(large.campaignId), own));
      await measure("report", () => drain(report(large.token), {}));
      await measure("zip", () => drain(zip(large.campaignId), own));
      await measure("undo", async () => {
        held.beginUndo();
        while (!held.isUndone()) await wait(POLL_MS);
      });
    });
  } finally {
    held.close();
    rmSync(folder, { recursive: true });
  }
}

async function drain(address: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const answer = await fetch(address, { headers, redirect: "manual" });
  if (answer.status !== 200 || answer.body === null) throw new Error(`${address} answered ${answer.status}`);
  for await (const _piece of answer.body);
}
