import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";

/** Shares folded over what is below them: those of generation `below`, unless toggled, and others toggled. */
export function collapsedShares(
  { depth, children }: Pick<CascadeShares, "depth" | "children">,
  { below, toggled }: { readonly below: number | null; readonly toggled: Iterable<number> },
): Set<number> {
  const collapsed = new Set<number>();
  depth.forEach((generation, share) => {
    if (generation === below && (children[share] ?? 0) > 0) collapsed.add(share);
  });
  for (const share of toggled) if (!collapsed.delete(share)) collapsed.add(share);
  return collapsed;
}
