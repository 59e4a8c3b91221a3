import { askedOf } from "#lib/query/asked-of.ts";
import { CASCADE_SORTS, type CascadeFilter, SORT_ORDERS } from "./cascade-sort.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the filter from a URL's query. What makes no sense counts as absent, so any link opens a list. */
export function parseCascadeFilter(query: Query): CascadeFilter {
  const text = (name: string) => {
    const value = query[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  const tree = text("tree");
  const asked = askedOf(query);
  // As it was called once, in addresses that people keep.
  const named = text("sort") === "reach" ? "sharers" : text("sort");
  return {
    ...(asked === "" ? {} : { asked }),
    sort: CASCADE_SORTS.find((sort) => sort === named) ?? "size",
    ...(text("view") === "forest" ? { view: "forest" as const } : {}),
    order: SORT_ORDERS.find((order) => order === text("order")) ?? "desc",
    channel: text("channel") === "" ? undefined : text("channel"),
    minSize: positiveInteger(text("minSize")),
    seeded: tree === "seed" ? true : tree === "orphan" ? false : undefined,
    page: positiveInteger(text("page")) ?? 1,
  };
}

function positiveInteger(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : undefined;
}
