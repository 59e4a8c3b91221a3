import { closeSync, openSync, writeSync } from "node:fs";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { seededRandom } from "#lib/stats/random.ts";

const START = Date.UTC(2024, 0, 1);
const HEADER = "share_id,parent_share_id,actor_id,occurred_at,channel\n";

/** Writes a simulated repost log of at least so many rows, the same at every call, one campaign after another. */
export function writeLog(path: string, rows: number): void {
  const file = openSync(path, "w");
  try {
    writeSync(file, HEADER);
    for (let written = 0, seed = 1; written < rows; seed += 1) {
      const plan = defaultPlan(START);
      const shares = simulateCampaign(plan, seededRandom(seed)).filter(({ kind }) => kind === "share");
      const lines = shares.map(({ code, via, person, occurredAt, channel }) =>
        [
          `${seed}.${code}`,
          via === null ? "" : `${seed}.${via}`,
          person,
          new Date(occurredAt).toISOString(),
          channel,
        ].join(","),
      );
      writeSync(file, `${lines.join("\n")}\n`);
      written += shares.length;
    }
  } finally {
    closeSync(file);
  }
}
