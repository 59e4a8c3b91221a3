import type { CascadeNodes } from "./lay-out-by-generation.ts";

/** Shares that the first ring holds side by side; ring g holds g times as many. */
const RING_ROOM = 120;
/** Part of the gap between two rings over which a crowded ring spreads. */
const SPREAD = 0.6;

/**
 * Places one cascade on rings: the root in the middle of the square 0..1 × 0..1, generation g of D on the circle
 * of radius g/(2 (D + 0.5)). Every share has a wedge inside its parent's, as wide as the leaves below it are
 * many, and stands in the middle of it; siblings follow each other clockwise from the top in the order given. A
 * ring with more shares than it has room for spreads inward and outward by turns.
 *
 * @param order the shares, generation by generation, siblings together: `order` of layOutByGeneration
 */
export function layOutRadially(
  { parent, depth }: Pick<CascadeNodes, "parent" | "depth">,
  order: Int32Array,
): { x: Float64Array; y: Float64Array } {
  const leaves = leavesBelow(parent);
  const deepest = depth.reduce((most, generation) => Math.max(most, generation), 0);
  const breadths = new Int32Array(deepest + 1);
  for (const generation of depth) breadths[generation] = (breadths[generation] ?? 0) + 1;
  const x = new Float64Array(parent.length);
  const y = new Float64Array(parent.length);
  const next = new Float64Array(parent.length);
  const turns = new Int32Array(deepest + 1);
  for (const node of order) {
    const above = parent[node] ?? -1;
    const generation = depth[node] ?? 0;
    const width = (leaves[node] ?? 1) / (leaves[0] ?? 1);
    const from = above === -1 ? 0 : (next[above] ?? 0);
    if (above !== -1) next[above] = from + width;
    next[node] = from;
    const turn = turns[generation] ?? 0;
    turns[generation] = turn + 1;
    const ring = generation === 0 ? 0 : generation + stagger(turn, breadths[generation] ?? 1, generation);
    const radius = ring / (2 * (deepest + 0.5));
    const angle = 2 * Math.PI * (from + width / 2) - Math.PI / 2;
    x[node] = 0.5 + radius * Math.cos(angle);
    y[node] = 0.5 + radius * Math.sin(angle);
  }
  return { x, y };
}

function stagger(turn: number, breadth: number, generation: number): number {
  const layers = Math.min(16, Math.ceil(breadth / (RING_ROOM * generation)));
  // A stride coprime to the number of layers, so that neighbours stand far apart.
  const stride = [1, 1, 1, 2, 3, 2, 5, 3, 3, 4, 3, 4, 5, 5, 5, 4, 5][layers] ?? 1;
  return layers < 2 ? 0 : SPREAD * (((turn * stride) % layers) / (layers - 1) - 0.5);
}

function leavesBelow(parent: Int32Array): Int32Array {
  const leaves = new Int32Array(parent.length);
  for (let node = parent.length - 1; node >= 0; node--) {
    if (leaves[node] === 0) leaves[node] = 1;
    const above = parent[node] ?? -1;
    if (above !== -1) leaves[above] = (leaves[above] ?? 0) + (leaves[node] ?? 0);
  }
  return leaves;
}
