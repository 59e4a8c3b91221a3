/** Indices from a node up to the root, both included. @param parent index of each node's parent; -1 at the root */
export function pathToRoot(parent: ArrayLike<number>, node: number): number[] {
  const path: number[] = [];
  for (let at = node; at >= 0; at = parent[at] ?? -1) path.push(at);
  return path;
}
