import type { Scope } from "#lib/access/scope.ts";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import type { CascadeFilter } from "#lib/explorer/cascade-sort.ts";
import type { Filter } from "#lib/query/query.ts";
import type { Span } from "#lib/time/span.ts";
import { listCascades } from "./list-cascades.ts";

/** Every cascade that `listCascades` pages through, in its order, in pages. */
export function eachCascade(
  scope: Scope<"campaigns.read">,
  filter: Omit<CascadeFilter, "page"> & {
    readonly campaignId: number;
    readonly span?: Span;
    readonly filters?: readonly Filter[];
  },
): Generator<readonly CascadeRow[], void> {
  return (function* () {
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const list = listCascades(scope, { ...filter, page });
      pages = list.pages;
      yield list.rows;
    }
  })();
}
