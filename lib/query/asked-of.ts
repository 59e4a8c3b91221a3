import { parseQuery } from "./parse-query.ts";
import { queryString } from "./query-string.ts";
import { searchOf } from "./search-of.ts";

/** The part of a page's parameters that is the question, as an address writes it; "" for the usual one. */
export function askedOf(search: Parameters<typeof searchOf>[0]): string {
  return queryString(parseQuery(searchOf(search)).query).slice(1);
}
