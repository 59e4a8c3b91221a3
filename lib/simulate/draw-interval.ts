import type { GenerationInterval } from "#lib/simulate/campaign-plan.ts";
import { drawExponential, drawLomax } from "#lib/stats/draw.ts";
import type { Random } from "#lib/stats/random.ts";

/** Milliseconds from a share to one share that it causes. */
export function drawInterval(random: Random, interval: GenerationInterval): number {
  return interval.kind === "lomax"
    ? drawLomax(random, interval.theta, interval.scale, interval.horizon)
    : drawExponential(random, interval.mean, interval.horizon);
}
