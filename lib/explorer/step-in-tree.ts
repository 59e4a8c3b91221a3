export type TreeStep = "parent" | "firstChild" | "previousSibling" | "nextSibling";

/**
 * Where a step from a node leads; the node itself when there is nothing that way. Siblings stand in index order.
 * @param parent index of each node's parent, smaller than the node's own; -1 at the root
 */
export function stepInTree(parent: ArrayLike<number>, node: number, step: TreeStep): number {
  const above = parent[node] ?? -1;
  if (step === "parent") return above === -1 ? node : above;
  if (step === "firstChild") return nextChildOf(parent, node, node, 1) ?? node;
  if (above === -1) return node;
  return nextChildOf(parent, above, node, step === "nextSibling" ? 1 : -1) ?? node;
}

function nextChildOf(parent: ArrayLike<number>, above: number, from: number, by: 1 | -1): number | undefined {
  for (let node = from + by; node > above && node < parent.length; node += by) {
    if (parent[node] === above) return node;
  }
  return undefined;
}
