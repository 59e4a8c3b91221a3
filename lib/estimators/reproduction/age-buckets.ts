import { ageRank } from "./age-rank.ts";

/** One cascade as counts by age: all that K needs of it. Sums of counts are the counts of both together. */
export interface AgeBuckets {
  /** Shares by their age as of the instant asked about. */
  readonly shares: Float64Array;
  /** Children by the age of their parent at their birth, up to the horizon. */
  readonly children: Float64Array;
  addShare(age: number): void;
  addChild(lag: number): void;
  merge(other: Pick<AgeBuckets, "shares" | "children">): void;
}

/**
 * Empty counts, to be added to in any order. An age falls into the bucket that begins at or below it.
 * @param edges where buckets begin, ascending from 0; the last is the maturity horizon
 */
export function ageBuckets(edges: Float64Array): AgeBuckets {
  const shares = new Float64Array(edges.length);
  const children = new Float64Array(edges.length);
  return {
    shares,
    children,
    addShare: (age) => count(shares, ageRank(edges, age) - 1),
    addChild(lag) {
      if (lag <= (edges.at(-1) as number)) count(children, ageRank(edges, lag) - 1);
    },
    merge(other) {
      shares.set(shares.map((own, bucket) => own + (other.shares[bucket] as number)));
      children.set(children.map((own, bucket) => own + (other.children[bucket] as number)));
    },
  };
}

function count(counts: Float64Array, bucket: number): void {
  counts[bucket] = (counts[bucket] as number) + 1;
}
