import { isFlagged } from "./is-flagged.ts";
import type {
  SharerGroup,
  SharerPage,
  SharerQuery,
  SharerRanking,
  SharerRow,
  SharerSort,
} from "./sharers.ts";

/**
 * One page of a ranking. Unknown values come last either way; equals go by the person's id.
 * @param size rows of a page
 */
export function pageSharers(
  { rows, totals }: SharerRanking,
  { sort, order, search, who, page: wanted }: Omit<SharerQuery, "rule">,
  size: number,
): SharerPage {
  const needle = search.toLowerCase();
  const found = rows.filter((row) => belongs(row, who) && row.person.toLowerCase().includes(needle));
  const sign = order === "asc" ? 1 : -1;
  const ranked = found.sort((a, b) => compare(a, b, sort, sign) || (a.person < b.person ? -1 : 1));
  const pages = Math.max(1, Math.ceil(found.length / size));
  const page = Math.min(wanted, pages);
  return { rows: ranked.slice((page - 1) * size, page * size), totals, found: found.length, page, pages };
}

function belongs(row: SharerRow, who: SharerGroup): boolean {
  if (who === "repeat") return row.shares > 1;
  return who === "all" || isFlagged(row);
}

function compare(a: SharerRow, b: SharerRow, sort: SharerSort, sign: number): number {
  if (sort === "person") return sign * (a.person < b.person ? -1 : a.person > b.person ? 1 : 0);
  const [left, right] = [a[sort], b[sort]];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return sign * (left - right);
}
