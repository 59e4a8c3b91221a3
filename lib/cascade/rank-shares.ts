import { ORPHAN, type ShareLink } from "./forest.ts";

/** Shares by ascending (time, code): an index here is the share's rank. Links may still form cycles. */
export interface RankedShares {
  readonly codes: readonly string[];
  /** Place of the first link of each code. */
  readonly record: Int32Array;
  readonly at: Float64Array;
  readonly parent: Int32Array;
  readonly faults: Uint8Array;
}

interface MergedShares {
  /** Position of a code in the other arrays: the order of first sight. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly codes: readonly string[];
  readonly record: readonly number[];
  readonly at: readonly number[];
  readonly via: readonly (string | null)[];
}

/**
 * Reads links as shares: of those with one code the earliest time counts, and the parent stated earliest. A parent
 * that is no share is a fault of the child.
 */
export function rankShares(links: readonly ShareLink[]): RankedShares {
  const { indexOf, codes, record, at, via } = mergeDuplicates(links);
  const order = codes.map((_, index) => index);
  order.sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || ((codes[a] ?? "") < (codes[b] ?? "") ? -1 : 1));
  const rankOf = new Int32Array(order.length);
  order.forEach((index, rank) => {
    rankOf[index] = rank;
  });
  const parent = new Int32Array(order.length).fill(-1);
  const faults = new Uint8Array(order.length);
  order.forEach((index, rank) => {
    const stated = via[index] ?? null;
    if (stated === null) return;
    const found = indexOf.get(stated);
    if (found === undefined) faults[rank] = ORPHAN;
    else parent[rank] = rankOf[found] ?? -1;
  });
  return {
    codes: order.map((index) => codes[index] ?? ""),
    record: Int32Array.from(order, (index) => record[index] ?? 0),
    at: Float64Array.from(order.map((index) => at[index] ?? 0)),
    parent,
    faults,
  };
}

function mergeDuplicates(links: readonly ShareLink[]): MergedShares {
  const indexOf = new Map<string, number>();
  const codes: string[] = [];
  const record: number[] = [];
  const at: number[] = [];
  const via: (string | null)[] = [];
  const viaAt: number[] = [];
  for (const [place, link] of links.entries()) {
    const index = indexOf.get(link.code);
    if (index === undefined) {
      indexOf.set(link.code, codes.length);
      codes.push(link.code);
      record.push(place);
      at.push(link.at);
      via.push(link.via);
      viaAt.push(link.at);
      continue;
    }
    at[index] = Math.min(at[index] ?? link.at, link.at);
    if (link.via === null) continue;
    const known = via[index] ?? null;
    const knownAt = viaAt[index] ?? link.at;
    if (known === null || link.at < knownAt || (link.at === knownAt && link.via < known)) {
      via[index] = link.via;
      viaAt[index] = link.at;
    }
  }
  return { indexOf, codes, record, at, via };
}
