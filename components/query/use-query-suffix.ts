"use client";

import { useSearchParams } from "next/navigation";
import { parseQuery } from "#lib/query/parse-query.ts";
import { queryString } from "#lib/query/query-string.ts";

/** The question in the address as a link to another page of the campaign takes it along; "" for the usual one. */
export function useQuerySuffix(): string {
  const address = useSearchParams();
  return queryString(parseQuery(new URLSearchParams(address)).query);
}
