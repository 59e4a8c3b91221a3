/** One cascade as parallel arrays: the root stands first, parents stand before their children. */
export interface CascadeNodes {
  /** Index of the parent inside the cascade; -1 at the root. */
  readonly parent: Int32Array;
  readonly depth: Int32Array;
  /** UTC milliseconds. */
  readonly at: Float64Array;
}

export interface GenerationLayout {
  /** 0..1 along the reading direction. */
  readonly x: Float64Array;
  /** 0..1 downward. */
  readonly y: Float64Array;
  /** Upper edges of the D + 1 bands, and the lower edge of the last: edges[0] = 0, edges[D + 1] = 1. */
  readonly edges: Float64Array;
  /** All shares, generation by generation, from the top of each band to its bottom: siblings stand together. */
  readonly order: Int32Array;
}

/** Part of a band's height that its nodes may use; the rest keeps neighbouring generations apart. */
const BAND_FILL = 0.8;
/** Least height of a band, as a part of the highest. */
const LEAST_BAND = 0.3;

/**
 * Places one cascade on a plane of time × generation. Coordinates only: the view scales them to pixels.
 *
 * x is the time since the root, over the longest such time. A share earlier than the root stands at 0; when no
 * share is later than the root, all do. `log` scales ln(1 + seconds) instead, which opens up the crowded first
 * minutes of a cascade that lives for weeks.
 *
 * y is the generation: a band for each, its height by the square root of its breadth, but never below 0.3 of
 * the highest, so that wide generations have room and thin ones can be read. Within its band a generation is
 * ordered by the parents' places, then by time, then by index: siblings stay together, earliest on top. The k
 * nodes of a band stand at the centres of k equal slots in the middle 80 % of the band, so a node that is alone
 * stands at its centre. Nothing is dropped or merged: foldMarks does that for a zoom.
 *
 * Takes O(n log n) time, for any depth; a pure function of the arrays.
 */
export function layOutByGeneration(
  cascade: CascadeNodes,
  { timeScale }: { readonly timeScale: "linear" | "log" },
): GenerationLayout {
  const order = orderByBranch(cascade);
  return { x: placeByTime(cascade.at, timeScale), order, ...placeByGeneration(cascade, order) };
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

function placeByGeneration({ depth }: CascadeNodes, order: Int32Array) {
  const bands = depth.reduce((deepest, generation) => Math.max(deepest, generation), 0) + 1;
  const breadths = new Int32Array(bands);
  for (const generation of depth) breadths[generation] = (breadths[generation] ?? 0) + 1;
  const edges = bandEdges(breadths);

  const placed = new Int32Array(bands);
  const y = new Float64Array(depth.length);
  for (const node of order) {
    const generation = depth[node] ?? 0;
    const slot = placed[generation] ?? 0;
    placed[generation] = slot + 1;
    const [top, bottom] = [edges[generation] ?? 0, edges[generation + 1] ?? 1];
    const offset = (slot + 0.5) / (breadths[generation] ?? 1) - 0.5;
    y[node] = top + (bottom - top) * (0.5 + BAND_FILL * offset);
  }
  return { y, edges };
}

function bandEdges(breadths: Int32Array): Float64Array {
  const widest = breadths.reduce((most, breadth) => Math.max(most, breadth), 1);
  const weights = Float64Array.from(breadths, (breadth) => Math.max(LEAST_BAND, Math.sqrt(breadth / widest)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const edges = new Float64Array(breadths.length + 1);
  let sum = 0;
  weights.forEach((weight, band) => {
    sum += weight;
    edges[band + 1] = sum / whole;
  });
  edges[breadths.length] = 1;
  return edges;
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
