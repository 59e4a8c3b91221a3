import { drawLognormal } from "#lib/stats/draw.ts";
import type { Random } from "#lib/stats/random.ts";

/** How long one person takes over one step, milliseconds: log-normal about a median, an e-fold either way. */
export function drawDelay(random: Random, median: number): number {
  return drawLognormal(random, median, 1);
}
