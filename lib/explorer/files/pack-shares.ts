import { packSiblings } from "d3-hierarchy";
import { subtreeSizes } from "#lib/cascade/subtree-sizes.ts";

export interface SharePack {
  /** Centre and radius of the circle around a share and all below it. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly r: Float64Array;
  /** Centre of the share's own disc; equal discs, of radius `disc`. */
  readonly coreX: Float64Array;
  readonly coreY: Float64Array;
  readonly disc: number;
}

/** Room between a circle and what it holds, in radii of a disc. */
const GAP = 0.35;

interface Circle {
  readonly node: number;
  readonly r: number;
  x: number;
  y: number;
}

/**
 * Nests one cascade in circles inside the unit square: equal discs for the shares; around each share that was
 * passed on, a circle with its disc in the middle and the circles of its children about it, the largest first.
 * O(n log n) for any depth.
 *
 * @param parent index of each share's parent, -1 at the root; parents stand before their children
 */
export function packShares(parent: Int32Array): SharePack {
  const n = parent.length;
  const sizes = subtreeSizes(parent);
  const byParent = Array.from(parent.keys()).sort(
    (a, b) => (parent[a] ?? 0) - (parent[b] ?? 0) || (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b,
  );
  const pack = { x: new Float64Array(n), y: new Float64Array(n), r: new Float64Array(n).fill(1) };
  const core = { coreX: new Float64Array(n), coreY: new Float64Array(n) };
  // Children have larger indices, and `byParent` ends with the children of the last parent: inside out.
  for (let end = n; end > 1; ) {
    const above = parent[byParent[end - 1] ?? 0] ?? -1;
    if (above === -1) break;
    let start = end;
    while (start > 0 && parent[byParent[start - 1] ?? 0] === above) start--;
    packOne(above, byParent.slice(start, end), pack, core);
    end = start;
  }
  return toUnitSquare(parent, pack, core);
}

type Places = Pick<SharePack, "x" | "y" | "r">;
type Cores = Pick<SharePack, "coreX" | "coreY">;

/** Packs a share's disc and its children's circles around the origin; places are relative to it. */
function packOne(above: number, children: readonly number[], { x, y, r }: Places, core: Cores): void {
  const own: Circle = { node: above, r: 1 + GAP / 2, x: 0, y: 0 };
  const around = children.map((node): Circle => ({ node, r: (r[node] ?? 1) + GAP / 2, x: 0, y: 0 }));
  const circles = packSiblings([own, ...around]);
  let widest = 0;
  for (const circle of circles) widest = Math.max(widest, Math.hypot(circle.x, circle.y) + circle.r);
  r[above] = widest + GAP / 2;
  core.coreX[above] = own.x;
  core.coreY[above] = own.y;
  for (const circle of around) {
    x[circle.node] = circle.x;
    y[circle.node] = circle.y;
  }
}

function toUnitSquare(parent: Int32Array, { x, y, r }: Places, { coreX, coreY }: Cores): SharePack {
  const scale = 0.5 / (r[0] ?? 1);
  for (let node = 0; node < parent.length; node++) {
    const above = parent[node] ?? -1;
    x[node] = above === -1 ? 0.5 : (x[above] ?? 0) + (x[node] ?? 0) * scale;
    y[node] = above === -1 ? 0.5 : (y[above] ?? 0) + (y[node] ?? 0) * scale;
    r[node] = (r[node] ?? 1) * scale;
    coreX[node] = (x[node] ?? 0) + (coreX[node] ?? 0) * scale;
    coreY[node] = (y[node] ?? 0) + (coreY[node] ?? 0) * scale;
  }
  return { x, y, r, coreX, coreY, disc: scale };
}
