import { CYCLE, type Forest, type ShareLink, SKEW } from "#lib/cascade/forest.ts";
import { type RankedShares, rankShares } from "./rank-shares.ts";

/** A forest and the records that it was built from. */
export interface JoinedLinks {
  readonly forest: Forest;
  /** Place, among the links given, of the first with each node's code. */
  readonly records: Int32Array;
}

/**
 * Builds a forest as `buildForest` says, and tells where each of its shares came from.
 *
 * Takes O(n log n) time for the sort by time, O(n) for the rest; any depth. Never throws.
 */
export function joinLinks(links: readonly ShareLink[]): JoinedLinks {
  const shares = rankShares(links);
  cutCycles(shares.parent, shares.faults);
  flagSkew(shares);
  const { root, depth } = climbToRoots(shares.parent);
  const byDepth = countingSort(Int32Array.from(shares.codes.keys()), depth);
  const order = countingSort(byDepth, root);
  const nodes = arrange(shares, root, depth, order);
  const size = shares.codes.length;
  return {
    forest: { size, ...nodes, duplicates: links.length - size },
    records: order.map((rank) => shares.record[rank] ?? 0),
  };
}

/** Ranks ascend by (time, code), so the earliest member of a cycle is the one of smallest rank. */
function cutCycles(parent: Int32Array, faults: Uint8Array): void {
  const walkOf = new Int32Array(parent.length);
  for (let start = 0; start < parent.length; start++) {
    const walk = start + 1;
    let node = start;
    while (node !== -1 && walkOf[node] === 0) {
      walkOf[node] = walk;
      node = parent[node] ?? -1;
    }
    // Meeting an older walk means joining what that walk has already cleared.
    if (node === -1 || walkOf[node] !== walk) continue;
    const earliest = earliestInCycle(parent, node);
    parent[earliest] = -1;
    faults[earliest] = CYCLE;
  }
}

function earliestInCycle(parent: Int32Array, member: number): number {
  let earliest = member;
  for (let node = parent[member] ?? member; node !== member; node = parent[node] ?? member) {
    if (node < earliest) earliest = node;
  }
  return earliest;
}

function flagSkew({ parent, at, faults }: RankedShares): void {
  parent.forEach((above, rank) => {
    if (above !== -1 && (at[rank] ?? 0) < (at[above] ?? 0)) faults[rank] = SKEW;
  });
}

/** Root and depth of every node of a forest whose nodes may stand in any order. */
function climbToRoots(parent: Int32Array): { root: Int32Array; depth: Int32Array } {
  const root = new Int32Array(parent.length);
  const depth = new Int32Array(parent.length).fill(-1);
  const path = new Int32Array(parent.length);
  for (let start = 0; start < parent.length; start++) {
    let length = 0;
    let node = start;
    while (node !== -1 && depth[node] === -1) {
      path[length++] = node;
      node = parent[node] ?? -1;
    }
    while (length > 0) {
      const below = path[--length] ?? 0;
      root[below] = node === -1 ? below : (root[node] ?? below);
      depth[below] = node === -1 ? 0 : (depth[node] ?? 0) + 1;
      node = below;
    }
  }
  return { root, depth };
}

/** Stable sort of `order` by `keyOf[item]`, where every key lies in 0..order.length-1. */
function countingSort(order: Int32Array, keyOf: Int32Array): Int32Array {
  const next = new Int32Array(order.length + 1);
  for (const key of keyOf) next[key + 1] = (next[key + 1] ?? 0) + 1;
  for (let key = 0; key < order.length; key++) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  const sorted = new Int32Array(order.length);
  for (const item of order) {
    const key = keyOf[item] ?? 0;
    const slot = next[key] ?? 0;
    sorted[slot] = item;
    next[key] = slot + 1;
  }
  return sorted;
}

/** Renumbers ranked shares as the nodes of a forest: node i is the share of rank `order[i]`. */
function arrange(
  shares: RankedShares,
  root: Int32Array,
  depth: Int32Array,
  order: Int32Array,
): Omit<Forest, "size" | "duplicates"> {
  const size = order.length;
  const nodeOf = invert(order);
  const codes: string[] = [];
  const roots: number[] = [];
  const nodes = {
    parent: new Int32Array(size).fill(-1),
    root: new Int32Array(size),
    depth: new Int32Array(size),
    faults: new Uint8Array(size),
    at: new Float64Array(size),
  };
  for (let node = 0; node < size; node++) {
    const rank = order[node] ?? 0;
    const above = shares.parent[rank] ?? -1;
    if (above === -1) roots.push(node);
    else nodes.parent[node] = nodeOf[above] ?? -1;
    codes.push(shares.codes[rank] ?? "");
    nodes.root[node] = nodeOf[root[rank] ?? rank] ?? node;
    nodes.depth[node] = depth[rank] ?? 0;
    nodes.faults[node] = shares.faults[rank] ?? 0;
    nodes.at[node] = shares.at[rank] ?? 0;
  }
  return { ...nodes, codes, roots: Int32Array.from(roots) };
}

function invert(permutation: Int32Array): Int32Array {
  const inverse = new Int32Array(permutation.length);
  for (let slot = 0; slot < permutation.length; slot++) inverse[permutation[slot] ?? 0] = slot;
  return inverse;
}
