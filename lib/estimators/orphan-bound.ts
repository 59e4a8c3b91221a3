import { areLinksUnknown, type LinkCounts } from "#lib/cascade/count-links.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { RULE_OF_THREE } from "./estimates.ts";
import type { ReproductionNumber } from "./k.ts";

/** From this part of orphans on the sensitivity of K shows a band; above the other, words go wherever K stands. */
export const BAND_FROM = 0.01;
export const WARNED_ABOVE = 0.05;

/** How far off K may be for the shares that lost their parent: each had one, so K lies in [k, upper] (METRICS §2.11). */
export interface OrphanBound {
  /** Part of all shares that state a parent that is unknown, 0 to 1. */
  readonly part: number;
  readonly orphans: number;
  /** K as counted; null where it is unknown. */
  readonly k: number | null;
  /** K if every orphan were the child of a sharer; null where no link at all is known, or K has no shares. */
  readonly upper: number | null;
}

/**
 * The bound where so many shares are orphans that it must be said.
 * @param numberOf K of the same shares, asked for only then
 * @returns null while orphans are few
 */
export function orphanWarning(links: LinkCounts, numberOf: () => ReproductionNumber): OrphanBound | null {
  return links.orphans > WARNED_ABOVE * links.shares ? orphanBound(links, numberOf()) : null;
}

/**
 * The bound from orphans, K (children + orphans)/children; without a child, orphans over effective shares.
 * @param number K of the same shares
 */
export function orphanBound(links: LinkCounts, { estimate, children }: ReproductionNumber): OrphanBound {
  const { orphans, shares } = links;
  const counted = { part: shares === 0 ? 0 : orphans / shares, orphans, k: estimate.value };
  if (estimate.value === null || areLinksUnknown(links)) return { ...counted, upper: null };
  if (children > 0) return { ...counted, upper: (estimate.value * (children + orphans)) / children };
  // The upper end of a childless K is the rule of three over its effective shares.
  return {
    ...counted,
    upper: estimate.high === undefined ? null : (orphans * estimate.high) / RULE_OF_THREE,
  };
}

/** K if a part of all links were lost unseen, K/(1 − lost): a what-if, no estimate. @param lost 0 to below 1 */
export function kIfLost(k: Estimate, lost: number): Estimate {
  if (k.value === null) return k;
  const { value, low, high } = k;
  const seen = 1 - lost;
  return {
    ...k,
    value: value / seen,
    ...(low !== undefined && { low: low / seen }),
    ...(high !== undefined && { high: high / seen }),
  };
}
