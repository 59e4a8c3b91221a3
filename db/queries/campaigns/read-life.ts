import { LRUCache } from "lru-cache";
import { EVENT_READS } from "#db/engines/registry.ts";
import type { InputsScope } from "#db/inputs/inputs-scope.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { readRevision } from "#db/queries/campaigns/read-revision.ts";
import { databaseOf } from "#db/scope.ts";
import type { Life } from "#lib/query/resolve-query.ts";
import { HOUR } from "#lib/time/lengths.ts";
import { dayAt, dayStart } from "#lib/time/zone-clock.ts";

const KEPT = 100;
const spans = new WeakMap<IntisharDatabase, LRUCache<string, { revision: string; span: Life }>>();

/**
 * From the hour of a campaign's first event to the end of that of its last; null before the first. Hours are of UTC:
 * where a day of the zone begins within one of the two, as where clocks are half an hour off, from the instants of the
 * events themselves, or a day would be shown on which nothing was yet.
 * @param zone IANA name; the workspace's where left out
 */
export function readLife(
  scope: InputsScope,
  { campaignId, zone = scope.zone }: { campaignId: number; zone?: string },
): Life | null {
  const key = { workspaceId: scope.workspaceId, campaignId };
  const hours = EVENT_READS.hours.readEventHours(databaseOf(scope, campaignId), key);
  if (hours === null) return null;
  const life = { first: hours.first * HOUR, last: (hours.last + 1) * HOUR - 1 };
  const isSplit = (hour: number) => dayStart(dayAt(hour * HOUR + HOUR - 1, zone), zone) > hour * HOUR;
  if (!isSplit(hours.first) && !isSplit(hours.last)) return life;
  const exact = spanOf(scope, campaignId);
  // What is counted apart, such as bots, is nobody's.
  const isWithin = (at: number | undefined, hour: number) =>
    at !== undefined && Math.floor(at / HOUR) === hour;
  return {
    first: isWithin(exact?.first, hours.first) ? (exact?.first ?? life.first) : life.first,
    last: isWithin(exact?.last, hours.last) ? (exact?.last ?? life.last) : life.last,
  };
}

/** Kept until the campaign changes: a large one has a million people. */
function spanOf(scope: InputsScope, campaignId: number): Life | null {
  const db = databaseOf(scope, campaignId);
  const cache = spans.get(db) ?? new LRUCache({ max: KEPT });
  spans.set(db, cache);
  const key = `${scope.workspaceId} ${campaignId}`;
  const known = cache.get(key);
  const revision = readRevision(scope, { campaignId }) ?? "";
  if (known?.revision === revision) return known.span;
  const span = EVENT_READS.hours.readPersonsSpan(db, { workspaceId: scope.workspaceId, campaignId });
  if (span !== null) cache.set(key, { revision, span });
  return span;
}
