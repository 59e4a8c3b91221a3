import { askedOf } from "#lib/query/asked-of.ts";
import { CREDIT_RULES, SHARER_GROUPS, SHARER_SORTS, type SharerQuery } from "./sharers.ts";

type Address = Readonly<Record<string, string | string[] | undefined>>;

const LONGEST_SEARCH = 200;

/** Reads the query from an address; what makes no sense counts as absent, so any link opens a list. */
export function parseSharerQuery(address: Address): SharerQuery {
  const { sort, order, credit, search, who, page } = address;
  const asked = askedOf(address);
  return {
    ...(asked === "" ? {} : { asked }),
    sort: SHARER_SORTS.find((known) => known === sort) ?? "descendants",
    order: order === "asc" ? "asc" : "desc",
    rule: CREDIT_RULES.find((known) => known === credit) ?? "equal",
    search: typeof search === "string" ? search.trim().slice(0, LONGEST_SEARCH) : "",
    who: SHARER_GROUPS.find((known) => known === who) ?? "all",
    page: typeof page === "string" && /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1,
  };
}
