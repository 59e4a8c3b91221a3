import type { CampaignInputs } from "#lib/answers/inputs.ts";
import { structuralVirality } from "#lib/cascade/structural-virality.ts";
import { subtreeSizes } from "#lib/cascade/subtree-sizes.ts";
import { EVENT_KINDS } from "#lib/domain/event.ts";
import { observedCycleTime } from "#lib/estimators/interval.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { lagSample } from "#lib/estimators/lag-sample.ts";
import { quantile } from "#lib/stats/quantile.ts";
import type { ComparedSide } from "./compared-side.ts";
import { GROWTH_AGES } from "./growth-ages.ts";

const CONVERSION = EVENT_KINDS.indexOf("conversion");

/** A side of a comparison: the campaign that it is in, and the nodes at the tops of its trees. */
export interface Side {
  readonly inputs: CampaignInputs;
  readonly tops: readonly number[];
}

/** Measures the trees below some nodes: whole cascades, or one branch. Times in milliseconds. */
export function measureSide(
  { inputs, tops }: Side,
  { asOf, horizon }: { asOf: number; horizon: number },
): ComparedSide {
  const { forest, lags, activity } = inputs;
  const treeOf = treesBelow(forest.parent, tops);
  const isIn = (node: number) => treeOf[node] !== -1;
  const sample = lagSample(forest, asOf, "sharers", isIn);
  const shape = shapeOf(inputs, treeOf, tops);
  let [conversions, value] = [0, 0];
  for (let event = 0; event < activity.size; event++) {
    const node = activity.share[event] ?? -1;
    if (activity.kind[event] !== CONVERSION || node === -1 || !isIn(node)) continue;
    conversions += 1;
    value += activity.value[event] ?? 0;
  }
  return {
    ...shape,
    // Without a link nobody knows how deep or wide it went.
    ...(sample.linksUnknown && { depth: null, maxBreadth: null }),
    cascades: tops.length,
    k: reproductionNumber(sample, horizon, lags.interval.cdf).estimate,
    cycleTime: observedCycleTime(sample, horizon),
    ...{ conversions, value },
    conversionsPerShare: shape.shares === 0 ? null : conversions / shape.shares,
    growth: growthOf(inputs, treeOf, tops, asOf),
  };
}

/** Whether some share is on both sides, as when one is a part of the other. */
export function overlap(one: Side, two: Side): boolean {
  if (one.inputs.forest !== two.inputs.forest) return false;
  const { parent } = one.inputs.forest;
  const other = treesBelow(parent, two.tops);
  return treesBelow(parent, one.tops).some((tree, node) => tree !== -1 && other[node] !== -1);
}

/** For every node the place of its top, or -1. Parents stand before their children. */
function treesBelow(parent: Int32Array, tops: readonly number[]): Int32Array {
  const treeOf = new Int32Array(parent.length).fill(-1);
  tops.forEach((top, tree) => {
    treeOf[top] = tree;
  });
  for (let node = 0; node < parent.length; node++) {
    const above = parent[node] ?? -1;
    if (treeOf[node] === -1 && above !== -1) treeOf[node] = treeOf[above] ?? -1;
  }
  return treeOf;
}

function shapeOf({ forest }: Side["inputs"], treeOf: Int32Array, tops: readonly number[]) {
  const sizes = subtreeSizes(forest.parent);
  const sharers = new Set<number>();
  const channels = new Map<number, number>();
  const sums = tops.map(() => ({ depths: 0, squares: 0 }));
  const breadths: number[] = [];
  let shares = 0;
  for (let node = 0; node < forest.size; node++) {
    const tree = treeOf[node] ?? -1;
    const top = tops[tree];
    if (top === undefined) continue;
    shares += 1;
    sharers.add(forest.person[node] ?? 0);
    const [channel, depth] = [
      forest.channel[node] ?? 0,
      (forest.depth[node] ?? 0) - (forest.depth[top] ?? 0),
    ];
    channels.set(channel, (channels.get(channel) ?? 0) + 1);
    breadths[depth] = (breadths[depth] ?? 0) + 1;
    const sum = sums[tree];
    if (sum === undefined || node === top) continue;
    sum.depths += depth;
    sum.squares += (sizes[node] ?? 0) ** 2;
  }
  const viralities = tops.flatMap((top, tree) => {
    const size = sizes[top] ?? 0;
    const { depths = 0, squares = 0 } = sums[tree] ?? {};
    return structuralVirality({ size, sumSubtree: depths, sumSubtreeSq: squares }) ?? [];
  });
  return {
    ...{ shares, sharers: sharers.size },
    depth: shares === 0 ? null : breadths.length - 1,
    maxBreadth: shares === 0 ? null : breadths.reduce((most, breadth) => Math.max(most, breadth), 0),
    structuralVirality:
      viralities.length === 0
        ? null
        : quantile(
            viralities.sort((a, b) => a - b),
            0.5,
          ),
    channels: [...channels]
      .map(([channel, count]) => ({ channel: forest.channels[channel] ?? "", shares: count }))
      .sort((a, b) => b.shares - a.shares || (a.channel < b.channel ? -1 : 1)),
  };
}

function growthOf(
  { forest }: Side["inputs"],
  treeOf: Int32Array,
  tops: readonly number[],
  asOf: number,
): (number | null)[] {
  const started = tops.map((top) => forest.at[top] ?? 0);
  const born = GROWTH_AGES.map(() => 0);
  for (let node = 0; node < forest.size; node++) {
    const start = started[treeOf[node] ?? -1];
    if (start === undefined) continue;
    const age = (forest.at[node] ?? 0) - start;
    GROWTH_AGES.forEach((limit, i) => {
      if (age <= limit && start + limit <= asOf) born[i] = (born[i] ?? 0) + 1;
    });
  }
  return GROWTH_AGES.map((limit, i) => {
    const old = started.filter((start) => start + limit <= asOf).length;
    return old === 0 ? null : (born[i] ?? 0) / old;
  });
}
