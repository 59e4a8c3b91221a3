import type { OffspringLaw } from "#lib/stats/branching-offspring.ts";

/** What would be done against a spread, or what is lost of it. */
export interface BranchingControl {
  /** Every share loses this part of its children: R becomes (1 − u) R. */
  readonly everyone?: number;
  /** This part of the shares loses all children. */
  readonly some?: number;
}

/** The offspring law that is left under control; both parts in 0 to 1. */
export function branchingControl(
  law: OffspringLaw,
  { everyone = 0, some = 0 }: BranchingControl,
): OffspringLaw {
  return {
    mean: (1 - everyone) * law.mean,
    dispersion: law.dispersion,
    silenced: 1 - (1 - (law.silenced ?? 0)) * (1 - some),
  };
}
