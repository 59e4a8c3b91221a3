interface Branches {
  readonly parent: readonly number[];
  readonly descendants: readonly number[];
}

/**
 * Part of the cascade that hangs on one child of the root: max(descendants + 1) over those children, by the size.
 * @returns 0..1; null when the root has no children
 */
export function largestBranch({ parent, descendants }: Branches): number | null {
  let largest = 0;
  parent.forEach((above, node) => {
    if (above === 0) largest = Math.max(largest, (descendants[node] ?? 0) + 1);
  });
  return largest === 0 ? null : largest / parent.length;
}
