import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";

/** Of the shares given, those whose parent is given too: each stands for the link to its parent. */
export function linksAmong({ parent }: Pick<CascadeShares, "parent">, rows: ArrayLike<number>): number[] {
  const given = new Set(Array.from(rows));
  return [...given].filter((share) => given.has(parent[share] ?? -1));
}
