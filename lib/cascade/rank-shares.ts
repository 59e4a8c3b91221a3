import { compareText } from "#lib/domain/compare-text.ts";
import { CYCLE, faultsOfRoot, NAMES_ITSELF, type ShareLink } from "./forest.ts";

/** Shares by ascending (time, code): an index here is the share's rank. Links may still form cycles. */
export interface RankedShares {
  readonly codes: readonly string[];
  /** Place of the link of each code that is kept. */
  readonly record: Int32Array;
  readonly at: Float64Array;
  readonly parent: Int32Array;
  readonly faults: Uint8Array;
}

interface MergedShare {
  readonly code: string;
  /** Place of the link that is kept, and its time. */
  place: number;
  at: number;
  /** Parent stated first, and when; null while none states one. */
  via: string | null;
  viaAt: number;
  namesItself: boolean;
  rank: number;
}

/**
 * Reads links as shares. Of those with one code the earliest is kept, one that states a parent before one that does
 * not, then the smaller parent; where it states none, the first in that order that does says who it is (METRICS §0).
 * A parent that is no share is a fault of the child.
 */
export function rankShares(links: readonly ShareLink[]): RankedShares {
  const merged = mergeRepeats(links);
  const ranked = [...merged.values()].sort((a, b) => a.at - b.at || (a.code < b.code ? -1 : 1));
  for (const [rank, share] of ranked.entries()) share.rank = rank;
  const parent = new Int32Array(ranked.length).fill(-1);
  const faults = new Uint8Array(ranked.length);
  ranked.forEach(({ via, namesItself }, rank) => {
    const found = via === null ? undefined : merged.get(via);
    if (found !== undefined) parent[rank] = found.rank;
    else faults[rank] = via === null && namesItself ? CYCLE | NAMES_ITSELF : faultsOfRoot(via);
  });
  return {
    codes: ranked.map(({ code }) => code),
    record: Int32Array.from(ranked, ({ place }) => place),
    at: Float64Array.from(ranked, ({ at }) => at),
    parent,
    faults,
  };
}

function mergeRepeats(links: readonly ShareLink[]): Map<string, MergedShare> {
  const shares = new Map<string, MergedShare>();
  for (const [place, link] of links.entries()) {
    const { code, at } = link;
    const namesItself = link.via === code;
    const via = namesItself ? null : link.via;
    const share = shares.get(code);
    if (share === undefined) {
      shares.set(code, { code, place, at, via, viaAt: at, namesItself, rank: -1 });
      continue;
    }
    share.namesItself ||= namesItself;
    const comesFirst =
      via !== null &&
      (share.via === null || at < share.viaAt || (at === share.viaAt && compareText(via, share.via) < 0));
    if (at < share.at || (at === share.at && comesFirst)) Object.assign(share, { place, at });
    if (comesFirst) Object.assign(share, { via, viaAt: at });
  }
  return shares;
}
