import { EVENT_READS } from "#db/engines/registry.ts";
import { findCampaign } from "#db/find-campaign.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import type { CascadeFilter } from "#lib/explorer/cascade-sort.ts";
import type { Filter } from "#lib/query/query.ts";
import type { Span } from "#lib/time/span.ts";

const PAGE_ROWS = 50;

export interface CascadeList {
  readonly rows: readonly CascadeRow[];
  /** How many match. */
  readonly total: number;
  /** How many the campaign has. */
  readonly all: number;
  /** The page shown, from 1: the last one when a later one was asked for. */
  readonly page: number;
  readonly pages: number;
  /** Channels that any cascade of the campaign began on, by name. */
  readonly channels: readonly string[];
}

/**
 * One page of a campaign's cascades. Rows without the sorting figure come last; ties go by the root's code.
 * @throws NotFoundError when the workspace has no such campaign
 */
export function listCascades(
  scope: Scope<"campaigns.read">,
  filter: CascadeFilter & {
    readonly campaignId: number;
    /** When the cascades started, and what their seed must have; a dimension that cascades do not keep is let pass. */
    readonly span?: Span;
    readonly filters?: readonly Filter[];
  },
): CascadeList {
  const { campaignId } = filter;
  findCampaign(scope, campaignId);
  const db = databaseOf(scope, campaignId);
  const key = { workspaceId: scope.workspaceId, campaignId };
  const channels = EVENT_READS.cascades.countCascadesByChannel(db, key);
  const all = channels.reduce((sum, { cascades }) => sum + cascades, 0);
  const total = EVENT_READS.cascades.countSelectedCascades(db, key, filter) ?? all;
  const pages = Math.max(1, Math.ceil(total / PAGE_ROWS));
  const page = Math.min(filter.page, pages);
  const rows = EVENT_READS.cascades.readCascadePage(db, key, filter, {
    limit: PAGE_ROWS,
    offset: (page - 1) * PAGE_ROWS,
  });
  return { rows, total, all, page, pages, channels: channels.map(({ channel }) => channel) };
}
