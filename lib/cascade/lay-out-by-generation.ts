/** One cascade as parallel arrays: the root stands first, parents stand before their children. */
interface CascadeNodes {
  /** Index of the parent inside the cascade; -1 at the root. */
  readonly parent: Int32Array;
  readonly depth: Int32Array;
  /** UTC milliseconds. */
  readonly at: Float64Array;
}

/** Part of a band's height that its nodes may use; the rest keeps neighbouring generations apart. */
const BAND_FILL = 0.8;

/**
 * Places one cascade on a plane of time × generation. Coordinates only: the view scales them to pixels, x along
 * the reading direction and y downward.
 *
 * x in 0..1 is the time since the root, over the longest such time. A share earlier than the root stands at 0;
 * when no share is later than the root, all do. `log` scales ln(1 + seconds) instead, which opens up the crowded
 * first minutes of a cascade that lives for weeks.
 *
 * y in 0..1 is the generation: D + 1 bands of equal height for a cascade of depth D, so that band g spans
 * g/(D+1)..(g+1)/(D+1) whatever the other bands hold, and an axis needs nothing but D. Within its band a
 * generation is ordered by the parents' places, then by time, then by index: siblings stay together, earliest
 * on top, and the links between two bands keep the order of their parents. The k nodes of a band stand at the
 * centres of k equal slots in the middle 80 % of the band, so a node that is alone stands at its centre. Wide
 * generations become dense and deep cascades get thin bands: nothing is dropped or merged, the view zooms.
 *
 * Takes O(n log n) time, for any depth; a pure function of the arrays.
 */
export function layOutByGeneration(
  cascade: CascadeNodes,
  { timeScale }: { readonly timeScale: "linear" | "log" },
): { x: Float64Array; y: Float64Array } {
  return { x: placeByTime(cascade.at, timeScale), y: placeByGeneration(cascade) };
}

function placeByTime(at: Float64Array, timeScale: "linear" | "log"): Float64Array {
  const start = at[0] ?? 0;
  const lags = at.map((time) => {
    const lag = Math.max(0, time - start);
    return timeScale === "log" ? Math.log1p(lag / 1000) : lag;
  });
  const longest = lags.reduce((max, lag) => Math.max(max, lag), 0);
  return longest === 0 ? lags : lags.map((lag) => lag / longest);
}

function placeByGeneration(cascade: CascadeNodes): Float64Array {
  const { depth } = cascade;
  const bands = depth.reduce((deepest, generation) => Math.max(deepest, generation), 0) + 1;
  const breadths = new Int32Array(bands);
  for (const generation of depth) breadths[generation] = (breadths[generation] ?? 0) + 1;

  const placed = new Int32Array(bands);
  const y = new Float64Array(depth.length);
  for (const node of orderByBranch(cascade)) {
    const generation = depth[node] ?? 0;
    const slot = placed[generation] ?? 0;
    placed[generation] = slot + 1;
    const offset = (slot + 0.5) / (breadths[generation] ?? 1) - 0.5;
    y[node] = (generation + 0.5 + BAND_FILL * offset) / bands;
  }
  return y;
}

/** Breadth-first order with siblings by time: within every generation, by the parent's place, then time. */
function orderByBranch({ parent, at }: CascadeNodes): Int32Array {
  const { firstChild, children } = childrenByTime(parent, at);
  const order = new Int32Array(parent.length);
  let length = Math.min(1, parent.length);
  for (let head = 0; head < length; head++) {
    const node = order[head] ?? 0;
    const from = firstChild[node] ?? 0;
    const to = firstChild[node + 1] ?? from;
    order.set(children.subarray(from, to), length);
    length += to - from;
  }
  return order;
}

/** The children of node i, by time, then index: `children[firstChild[i]]` up to before `firstChild[i + 1]`. */
function childrenByTime(parent: Int32Array, at: Float64Array) {
  const firstChild = new Int32Array(parent.length + 1);
  for (const above of parent) {
    if (above !== -1) firstChild[above + 1] = (firstChild[above + 1] ?? 0) + 1;
  }
  for (let node = 0; node < parent.length; node++) {
    firstChild[node + 1] = (firstChild[node + 1] ?? 0) + (firstChild[node] ?? 0);
  }
  const byTime = Array.from(parent.keys()).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b);
  const next = firstChild.slice();
  const children = new Int32Array(parent.length);
  for (const node of byTime) {
    const above = parent[node] ?? -1;
    if (above === -1) continue;
    const slot = next[above] ?? 0;
    children[slot] = node;
    next[above] = slot + 1;
  }
  return { firstChild, children };
}
