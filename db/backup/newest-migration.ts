import { readFileSync } from "node:fs";
import { z } from "zod";

const journal = z.object({ entries: z.array(z.object({ when: z.number() })) });

/** When the newest migration that this program knows was written, in UTC milliseconds. */
export function newestMigration(): number {
  const text = readFileSync(new URL("../migrations/meta/_journal.json", import.meta.url), "utf8");
  return Math.max(...journal.parse(JSON.parse(text)).entries.map(({ when }) => when));
}
