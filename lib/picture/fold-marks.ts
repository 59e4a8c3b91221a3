/** What is drawn of a cascade: a mark for a share, or one counted mark for several. */
export interface Marks {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The share that a mark stands for; of a counted mark, the first of those folded. */
  readonly share: Int32Array;
  /** How many shares a mark stands for. */
  readonly count: Int32Array;
  /** Mark of the parent; -1 where none is drawn. */
  readonly above: Int32Array;
  /** 1 where a mark is a counted one. */
  readonly isFold: Uint8Array;
  /** The mark in which each share is drawn; -1 for one that is not visible. */
  readonly markOf: Int32Array;
}

interface FoldPlan {
  /** Index of each share's parent, -1 at the root; parents stand before their children. */
  readonly parent: Int32Array;
  /** The shares, parents before children, siblings together by place. */
  readonly order: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 1 where a share takes part. */
  readonly visible: Uint8Array;
  /** Shares whose whole subtree is one counted mark. */
  readonly collapsed: ReadonlySet<number>;
  /** 1 where a share is never folded for lack of room. */
  readonly opened: Uint8Array;
  /** Siblings this near to each other, in units of x and y, may share a mark. */
  readonly near: { readonly x: number; readonly y: number };
  /** Up to this many shares nothing is folded for lack of room. */
  readonly most: number;
}

/**
 * Decides what of a cascade is drawn on its own at one zoom, and what in counted marks. Every visible share is in
 * exactly one mark. What hangs under a collapsed share is one mark. When the rest is more than `most`, the
 * smallest subtrees are folded, as many sizes as it takes, with near siblings in one mark; if the marks are still
 * more than twice `most`, "near" widens. A counted mark stands at the mean of the subtrees' heads. O(n).
 */
export function foldMarks(plan: FoldPlan): Marks {
  const inside = insideCollapsed(plan);
  const kept = keptShares(plan, inside);
  let near = plan.near;
  for (;;) {
    const marks = gather(plan, inside, kept, near);
    if (marks.share.length <= 2 * Math.max(1, plan.most) || near.x > 1) return marks;
    near = { x: near.x * 2, y: near.y * 2 };
  }
}

/** The outermost collapsed share above each share; -1 for none. */
function insideCollapsed({ parent, visible, collapsed }: FoldPlan): Int32Array {
  const inside = new Int32Array(parent.length).fill(-1);
  for (let node = 0; node < parent.length; node++) {
    const above = parent[node] ?? -1;
    if (above === -1 || visible[above] === 0) continue;
    const outer = inside[above] ?? -1;
    inside[node] = outer === -1 && collapsed.has(above) ? above : outer;
  }
  return inside;
}

function keptShares({ parent, visible, opened, most }: FoldPlan, inside: Int32Array): Uint8Array {
  const n = parent.length;
  const sizes = new Int32Array(n);
  const ofSize = new Int32Array(n + 1);
  let free = 0;
  for (let node = n - 1; node >= 0; node--) {
    if (visible[node] === 0) continue;
    const size = (sizes[node] ?? 0) + 1;
    sizes[node] = size;
    const above = parent[node] ?? -1;
    if (above !== -1) sizes[above] = (sizes[above] ?? 0) + size;
    if (inside[node] !== -1) continue;
    ofSize[size] = (ofSize[size] ?? 0) + 1;
    free++;
  }
  let least = 0;
  for (let left = free; left > most && least < n; left -= ofSize[least] ?? 0) least++;
  const kept = Uint8Array.from(sizes, (size) => (size > least ? 1 : 0));
  for (let node = n - 1; node >= 0; node--) {
    if (opened[node] === 1 && visible[node] === 1) {
      for (let at = node; at !== -1 && kept[at] === 0; at = parent[at] ?? -1) kept[at] = 1;
    }
  }
  return kept;
}

/** One pass in drawing order: a share of its own, a new counted mark, or the mark of the sibling or parent before. */
function gather(plan: FoldPlan, inside: Int32Array, kept: Uint8Array, near: FoldPlan["near"]): Marks {
  const { parent, order, visible, x, y } = plan;
  const list = markList(parent.length);
  const ofCollapsed = new Map<number, number>();
  let run = { mark: -1, above: -2, x: 0, y: 0 };
  for (const node of order) {
    if (visible[node] === 0) continue;
    const stated = parent[node] ?? -1;
    const above = stated === -1 || visible[stated] === 0 ? -1 : stated;
    const place = { x: x[node] ?? 0, y: y[node] ?? 0 };
    const outer = inside[node] ?? -1;
    const isHead = above === -1 || kept[above] === 1;
    if (outer !== -1) {
      const mark = ofCollapsed.get(outer) ?? list.add(node, list.markOf[outer] ?? -1, true);
      ofCollapsed.set(outer, mark);
      list.join(mark, node, above === outer ? place : null);
    } else if (kept[node] === 1) {
      list.join(list.add(node, above === -1 ? -1 : (list.markOf[above] ?? -1), false), node, place);
    } else if (!isHead) {
      list.join(list.markOf[above] ?? -1, node, null);
    } else {
      const isNear = Math.abs(place.x - run.x) <= near.x && Math.abs(place.y - run.y) <= near.y;
      if (stated !== run.above || !isNear) {
        const mark = list.add(node, above === -1 ? -1 : (list.markOf[above] ?? -1), false);
        run = { mark, above: stated, ...place };
      }
      list.join(run.mark, node, place);
    }
  }
  return list.marks();
}

function markList(n: number) {
  const share = new Int32Array(n);
  const above = new Int32Array(n);
  const count = new Int32Array(n);
  const heads = new Int32Array(n);
  const collapsed = new Uint8Array(n);
  const [sumX, sumY] = [new Float64Array(n), new Float64Array(n)];
  const markOf = new Int32Array(n).fill(-1);
  let length = 0;
  return {
    markOf,
    add(node: number, aboveMark: number, isCollapsed: boolean): number {
      share[length] = node;
      above[length] = aboveMark;
      collapsed[length] = isCollapsed ? 1 : 0;
      return length++;
    },
    join(mark: number, node: number, head: { x: number; y: number } | null) {
      markOf[node] = mark;
      count[mark] = (count[mark] ?? 0) + 1;
      if (head === null) return;
      heads[mark] = (heads[mark] ?? 0) + 1;
      sumX[mark] = (sumX[mark] ?? 0) + head.x;
      sumY[mark] = (sumY[mark] ?? 0) + head.y;
    },
    marks: (): Marks => ({
      x: sumX.slice(0, length).map((sum, mark) => sum / (heads[mark] ?? 1)),
      y: sumY.slice(0, length).map((sum, mark) => sum / (heads[mark] ?? 1)),
      share: share.slice(0, length),
      count: count.slice(0, length),
      above: above.slice(0, length),
      isFold: Uint8Array.from({ length }, (_, mark) => +((count[mark] ?? 0) > 1 || collapsed[mark] === 1)),
      markOf,
    }),
  };
}
