import { normalCdf, normalQuantile } from "./normal.ts";

/** What a plan rests on: how unlike cascades are, and how they are to be dealt. */
export interface Pilot {
  /** Standard deviation of ln K (or of another log ratio) per effective cascade, √(effective cascades × variance). */
  readonly spread: number;
  /** Cascades planted per effective one, 1 or above. */
  readonly perEffective: number;
  /** Part of the cascades in the smaller arm, or held out; above 0, at most a half. */
  readonly share: number;
}

/** Two-sided at 5 %. */
const Z_TEST = normalQuantile(0.975);
/** Found four times in five. */
const Z_POWER = normalQuantile(0.8);

/**
 * Effective cascades that a comparison needs in all to find a ratio four times in five at 5 % (METRICS §7.2).
 * @param ratio above 0; Infinity many are needed for 1
 */
export function effectiveNeeded({ spread, share }: Pilot, ratio: number): number {
  return ((Z_TEST + Z_POWER) ** 2 * spread ** 2 * unevenness(share)) / Math.log(ratio) ** 2;
}

/** Whole cascades to plant in the smaller arm and in the other. */
export function cascadesNeeded(pilot: Pilot, ratio: number): { smaller: number; larger: number } {
  const all = effectiveNeeded(pilot, ratio) * pilot.perEffective;
  return { smaller: Math.ceil(all * pilot.share), larger: Math.ceil(all * (1 - pilot.share)) };
}

/** The ratio above 1 that so many cascades, planted in all, find four times in five. */
export function ratioFound(pilot: Pilot, cascades: number): number {
  return Math.exp((Z_TEST + Z_POWER) * errorOf(pilot, cascades));
}

/** How often so many cascades, planted in all, find a ratio. */
export function powerOf(pilot: Pilot, ratio: number, cascades: number): number {
  return normalCdf(Math.abs(Math.log(ratio)) / errorOf(pilot, cascades) - Z_TEST);
}

/** Standard error of the log ratio of two arms. */
function errorOf({ spread, perEffective, share }: Pilot, cascades: number): number {
  return spread * Math.sqrt((perEffective * unevenness(share)) / cascades);
}

function unevenness(share: number): number {
  return 1 / share + 1 / (1 - share);
}
