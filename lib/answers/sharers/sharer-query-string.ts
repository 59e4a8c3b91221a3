import type { SharerQuery } from "./sharers.ts";

/** The query as the end of an address, `?` included; the inverse of parseSharerQuery, defaults left out. */
export function sharerQueryString(query: SharerQuery): string {
  const { sort, order, rule, search, who, page, asked } = query;
  const address = new URLSearchParams(asked);
  if (sort !== "descendants") address.set("sort", sort);
  if (order !== "desc") address.set("order", order);
  if (rule !== "equal") address.set("credit", rule);
  if (search !== "") address.set("search", search);
  if (who !== "all") address.set("who", who);
  if (page !== 1) address.set("page", String(page));
  return address.size === 0 ? "" : `?${address}`;
}
