import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { MarkedCodes } from "#lib/answers/integrity/marked-codes.ts";
import type { Filter } from "#lib/query/query.ts";

/** An event as the journal has it, in the words of the import format. */
export type ListedEvent = ReturnType<typeof EVENT_READS.journal.readJournalPage>[number];

const PAGE = 2000;

/**
 * A page of a campaign's accepted events in the order in which they came, labelled ones included.
 * @param query.after seq of the last event of the page before; 0 for the first page
 * @param query.from first instant, UTC milliseconds
 * @param query.to first instant after the last
 * @param query.marked shares that are not sound; needed by a filter by integrity
 */
export function listEvents(
  scope: Scope<"events.read">,
  query: {
    readonly campaignId: number;
    readonly after: number;
    readonly from: number;
    readonly to: number;
    readonly filters?: readonly Filter[];
    readonly marked?: MarkedCodes | null;
  },
): ListedEvent[] {
  const { campaignId, after, from, to, filters = [], marked = null } = query;
  return EVENT_READS.journal.readJournalPage(
    databaseOf(scope, campaignId),
    { workspaceId: scope.workspaceId, campaignId },
    { after, from, to, filters, marked, limit: PAGE },
  );
}
