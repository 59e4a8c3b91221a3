import { parseQuery } from "./parse-query.ts";
import { queryString } from "./query-string.ts";

/** The part of a page's parameters that is the question, as an address writes it; "" for the usual one. */
export function askedOf(search: Readonly<Record<string, string | string[] | undefined>>): string {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    for (const text of [value ?? []].flat()) address.append(name, text);
  return queryString(parseQuery(address).query).slice(1);
}
