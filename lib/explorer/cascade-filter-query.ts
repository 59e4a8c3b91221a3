import type { CascadeFilter } from "./cascade-sort.ts";

/** Writes a filter as a URL's query, `?` included; the inverse of parseCascadeFilter. Defaults are left out. */
export function cascadeFilterQuery(filter: CascadeFilter): string {
  const query = new URLSearchParams(filter.asked);
  if (filter.view === "forest") query.set("view", filter.view);
  if (filter.sort !== "size") query.set("sort", filter.sort);
  if (filter.order !== "desc") query.set("order", filter.order);
  if (filter.channel !== undefined) query.set("channel", filter.channel);
  if (filter.minSize !== undefined) query.set("minSize", String(filter.minSize));
  if (filter.seeded !== undefined) query.set("tree", filter.seeded ? "seed" : "orphan");
  if (filter.page !== 1) query.set("page", String(filter.page));
  return query.size === 0 ? "" : `?${query}`;
}
