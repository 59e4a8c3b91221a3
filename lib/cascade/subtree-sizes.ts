/**
 * Number of nodes in the subtree under every node, the node itself included.
 *
 * @param parent index of each node's parent, -1 at a root; parents stand before their children.
 */
export function subtreeSizes(parent: Int32Array): Int32Array {
  const sizes = new Int32Array(parent.length).fill(1);
  for (let node = parent.length - 1; node >= 0; node--) {
    const above = parent[node] ?? -1;
    if (above !== -1) sizes[above] = (sizes[above] ?? 0) + (sizes[node] ?? 0);
  }
  return sizes;
}
