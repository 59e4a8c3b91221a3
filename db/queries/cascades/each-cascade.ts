import { EVENT_READS } from "#db/engines/registry.ts";
import { findCampaign } from "#db/find-campaign.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import type { CascadeFilter, SortOrder } from "#lib/explorer/cascade-sort.ts";
import type { Filter } from "#lib/query/query.ts";
import type { Span } from "#lib/time/span.ts";

/** Cascades of one page; more of them would keep the thread for longer than a request should wait. */
const PAGE_ROWS = 500;
/** Cascades looked at between two pauses while their order is found. */
const SLICE_ROWS = 2000;

/** Cascades in order, and the next one to give out. */
interface Run {
  readonly roots: readonly string[];
  /** What they are sorted by, so that the least comes first. */
  readonly ranks: Float64Array;
  next: number;
}

/**
 * Every cascade that `listCascades` pages through, in its order, in pages of up to 500 that all take about as long: to
 * be read with a pause after each. While the order is being found the pages are empty. In memory are the code and the
 * sorting figure of each cascade. Whoever folds in a pause may change a row, or take it away, until its page is read.
 * @throws NotFoundError at once, when the workspace has no such campaign
 */
export function eachCascade(
  scope: Scope<"campaigns.read">,
  filter: Omit<CascadeFilter, "page"> & {
    readonly campaignId: number;
    /** When the cascades started, and what their seed must have; a dimension that cascades do not keep is let pass. */
    readonly span?: Span;
    readonly filters?: readonly Filter[];
  },
): Generator<readonly CascadeRow[], void> {
  const { campaignId } = filter;
  findCampaign(scope, campaignId);
  const db = databaseOf(scope, campaignId);
  const key = { workspaceId: scope.workspaceId, campaignId };
  const { sliceCascades, readCascades } = EVENT_READS.cascades;

  // No index gives the order of every sort, and none the order of equal figures from the top down. So each slice of the
  // roots is sorted by itself, and the slices are merged as the pages go out.
  return (function* pages() {
    const runs: Run[] = [];
    for (let after: string | undefined = ""; after !== undefined; ) {
      const slice = sliceCascades(db, key, filter, { after, most: SLICE_ROWS });
      runs.push(runOf(slice, filter.order));
      after = slice.at(-1)?.root;
      yield [];
    }
    for (let roots = takeLeast(runs); roots.length > 0; roots = takeLeast(runs))
      yield readCascades(db, key, roots);
  })();
}

function runOf(
  slice: readonly { root: string; key: number | null; isSelected: number | null }[],
  order: SortOrder,
): Run {
  const sign = order === "asc" ? 1 : -1;
  const ranked = slice
    .filter(({ isSelected }) => isSelected === 1)
    .map(({ root, key }) => ({ root, rank: key === null ? Number.POSITIVE_INFINITY : sign * key }))
    // Infinity less itself is no number; a stable sort leaves equals in the order of their roots.
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank));
  return {
    roots: ranked.map(({ root }) => root),
    ranks: Float64Array.from(ranked, ({ rank }) => rank),
    next: 0,
  };
}

/** The roots of one page. Of equals the earliest run's goes first: its roots are the lesser. */
function takeLeast(runs: readonly Run[]): string[] {
  const roots: string[] = [];
  while (roots.length < PAGE_ROWS) {
    let first: Run | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const run of runs) {
      const rank = run.ranks[run.next];
      if (rank === undefined || (first !== undefined && rank >= least)) continue;
      first = run;
      least = rank;
    }
    const root = first?.roots[first.next];
    if (first === undefined || root === undefined) break;
    roots.push(root);
    first.next += 1;
  }
  return roots;
}
