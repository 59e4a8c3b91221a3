/** How many children a share of a branching process has. */
export interface OffspringLaw {
  /** R of those who share at all, 0 or above. */
  readonly mean: number;
  /** k, above 0: variance R + R²/k; Infinity for Poisson counts. */
  readonly dispersion: number;
  /** Probability that a share is kept from having any child, whatever its R; 0 when left out. */
  readonly silenced?: number;
}

/** Mean number of children over all shares, the silenced included. */
export function meanOffspring({ mean, silenced = 0 }: OffspringLaw): number {
  return (1 - silenced) * mean;
}
