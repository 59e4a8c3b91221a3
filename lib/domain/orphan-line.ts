/** How far off K may be: its limits, the factor by which it may be too low, or that no link at all is known. */
type OrphanLimits = { readonly k: number; readonly upper: number } | { readonly factor: number } | "no-links";

/**
 * One line for standard error, in English: that shares lost their parent, and what follows.
 * @param part of all shares, 0 to 1
 * @param limits null where nothing can be said of them
 */
export function orphanLine(part: number, limits: OrphanLimits | null): string {
  const head = `warning: ${figure(100 * part)} % of the shares name a parent that is unknown`;
  if (limits === "no-links")
    return `${head}: no link is known, so neither are K, depth and what follows from them`;
  const low = `${head}: K, R, depth and virality come out too low`;
  if (limits === null) return low;
  if ("factor" in limits) return `${low}, K by up to a factor of ${figure(limits.factor)}`;
  return `${low}; K lies between ${figure(limits.k)}, as counted, and ${figure(limits.upper)}`;
}

function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}
