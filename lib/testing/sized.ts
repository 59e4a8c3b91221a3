import { appendFileSync } from "node:fs";

/** Whether this is `npm run soak`, which tries each check at its full size and is told how much was tried. */
const isFull = process.env.INTISHAR_SIZE === "full";

/** How often something is tried: so often at every commit, and so often by `npm run soak`. */
export function sized(atEveryCommit: number, full: number): number {
  return isFull ? full : atEveryCommit;
}

/** Tells `npm run soak`, if it is that, how much was tried for a check. */
export function noteProbes(check: number, probes: number): void {
  const file = process.env.INTISHAR_PROBES;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ check, probes })}\n`);
}
