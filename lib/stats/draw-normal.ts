import type { Random } from "#lib/stats/random.ts";

/** One draw from the standard normal distribution. Source: Box and Muller 1958, Ann Math Stat 29. */
export function drawNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log1p(-random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}
