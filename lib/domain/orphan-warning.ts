import type { DryRunReport } from "./import.ts";

const TOLERATED = 0.05;

/**
 * What to say of a log of which more than 5 % of the shares lack their parent: their part of all shares, and
 * the factor by which K may be too low, children with orphans over children (null when no child is left).
 * @returns null when there are so few that nothing need be said
 */
export function orphanWarning({
  kinds,
  seeds,
  orphans,
}: Pick<DryRunReport, "kinds" | "seeds" | "orphans">): { share: number; factor: number | null } | null {
  const shares = kinds.share ?? 0;
  if (shares === 0 || orphans / shares <= TOLERATED) return null;
  const children = shares - seeds;
  return { share: orphans / shares, factor: children > orphans ? children / (children - orphans) : null };
}
