"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useMemo, useOptimistic, useTransition } from "react";
import { parseQuery } from "#lib/query/parse-query.ts";
import type { Query } from "#lib/query/query.ts";
import { queryString } from "#lib/query/query-string.ts";

/** The question in the address, and how to ask another; parameters of others stay, but for the page of a list. */
export function useQuery(): {
  query: Query;
  faults: readonly string[];
  /** Where a changed question leads. */
  hrefOf: (query: Query) => string;
  ask: (query: Query) => void;
  /** While the answer is on its way. */
  isPending: boolean;
} {
  const [path, address, router] = [usePathname(), useSearchParams(), useRouter()];
  const [isPending, startTransition] = useTransition();
  const parsed = useMemo(() => parseQuery(new URLSearchParams(address)), [address]);
  // What was pressed stands at once, though its answer is on the way.
  const [query, foresee] = useOptimistic(parsed.query);
  const hrefOf = (asked: Query) => {
    const others = new URLSearchParams(address);
    others.delete("page");
    return `${path}${queryString(asked, others)}`;
  };
  const ask = (asked: Query) =>
    startTransition(() => {
      foresee(asked);
      router.push(hrefOf(asked), { scroll: false });
    });
  return { query, faults: parsed.faults, hrefOf, ask, isPending };
}
