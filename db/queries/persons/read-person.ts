import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Person } from "#lib/domain/person.ts";

const TIMELINE_PAGE = 50;
const MOST_SHARES = 50;
const MOST_STEPS = 12;
const MOST_ASSISTS = 20;

/**
 * A person with lineage and one page of their timeline, from 1, or all of it; null when the campaign never saw them. Searches the
 * whole journal of the campaign: for the analysis thread.
 */
export function readPerson(
  scope: Scope<"campaigns.read">,
  { campaignId, person, page: wanted }: { campaignId: number; person: string; page: number | "all" },
): Person | null {
  const { persons } = EVENT_READS;
  const db = databaseOf(scope, campaignId);
  const key = { workspaceId: scope.workspaceId, campaignId, person };
  const known = persons.readPerson(db, key);
  if (known === undefined) return null;
  const shares = persons.readPersonShares(db, key, MOST_SHARES);
  const total = persons.countPersonEvents(db, key);
  const limit = wanted === "all" ? Math.max(1, total) : TIMELINE_PAGE;
  const pages = Math.max(1, Math.ceil(total / limit));
  const page = wanted === "all" ? 1 : Math.min(wanted, pages);
  const timeline = { limit, offset: (page - 1) * limit };
  return {
    ...known,
    shares: shares.map(({ parent, ...share }) => ({
      ...share,
      above: persons.readLineage(db, key, parent, MOST_STEPS),
    })),
    assists: persons.readAssists(db, key, known.touchVia, MOST_ASSISTS),
    events: persons.readPersonEvents(db, key, timeline),
    page,
    pages,
  };
}
