import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import type { SortOrder } from "./cascade-sort.ts";

export const SHARE_SORTS = [
  "person",
  "channel",
  "after",
  "generation",
  "children",
  "descendants",
  "parent",
  "code",
  "mode",
] as const;
export type ShareSort = (typeof SHARE_SORTS)[number];

type Compare = (a: number, b: number) => number;

/** Indices of the shares in the order asked for; equals stay in the cascade's own order, whichever way. */
export function sortShares(shares: CascadeShares, sort: ShareSort, order: SortOrder): Int32Array {
  const compare = comparison(shares, sort);
  const sign = order === "asc" ? 1 : -1;
  return Int32Array.from(shares.code.keys()).sort((a, b) => sign * compare(a, b) || a - b);
}

function comparison(shares: CascadeShares, sort: ShareSort): Compare {
  const { code, parent, channel, channels } = shares;
  switch (sort) {
    case "after":
      return byNumber(shares.at);
    case "generation":
      return byNumber(shares.depth);
    case "children":
      return byNumber(shares.children);
    case "descendants":
      return byNumber(shares.descendants);
    case "person":
      return byText((share) => shares.person[share]);
    case "channel":
      return byText((share) => channels[channel[share] ?? -1]);
    case "parent":
      return byText((share) => code[parent[share] ?? -1]);
    case "code":
      return byText((share) => code[share]);
    case "mode":
      return byText((share) => shares.mode[share] ?? undefined);
  }
}

function byNumber(column: readonly number[]): Compare {
  return (a, b) => (column[a] ?? 0) - (column[b] ?? 0);
}

function byText(read: (share: number) => string | undefined): Compare {
  return (a, b) => {
    const [x, y] = [read(a) ?? "", read(b) ?? ""];
    return x < y ? -1 : x > y ? 1 : 0;
  };
}
