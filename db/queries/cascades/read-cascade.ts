import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";

/**
 * One cascade with all of its shares.
 * @throws NotFoundError when the campaign of this workspace has no cascade of that root
 */
export function readCascade(
  scope: Scope<"campaigns.read">,
  { campaignId, root }: { readonly campaignId: number; readonly root: string },
): { readonly cascade: CascadeRow; readonly shares: CascadeShares } {
  const db = databaseOf(scope, campaignId);
  const key = { workspaceId: scope.workspaceId, campaignId };
  const [cascade] = EVENT_READS.cascades.readCascades(db, key, [root]);
  if (cascade === undefined) throw new NotFoundError("cascade");
  const rows = EVENT_READS.shares.readSharesOfCascade(db, key, root);
  const indexes = new Map(rows.map(({ code }, index) => [code, index]));
  const channels = byUse(rows.map(({ channel }) => channel));
  const countries = byUse(rows.flatMap(({ country }) => country ?? []));
  const placeOf = placesIn(channels);
  const countryOf = placesIn(countries);
  return {
    cascade,
    shares: {
      code: rows.map(({ code }) => code),
      parent: rows.map(({ parent }) => (parent === null ? -1 : (indexes.get(parent) ?? -1))),
      person: rows.map(({ person }) => person),
      channel: rows.map(({ channel }) => placeOf.get(channel) ?? 0),
      channels,
      country: rows.map(({ country }) => countryOf.get(country ?? "") ?? -1),
      countries,
      mode: rows.map(({ mode }) => mode),
      at: rows.map(({ at }) => at),
      depth: rows.map(({ depth }) => depth),
      children: rows.map(({ children }) => children),
      descendants: rows.map(({ descendants }) => descendants),
      faults: rows.map(({ faults }) => faults),
      evidence: rows.map(({ evidence }) => evidence),
    },
  };
}

function placesIn(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, place) => [name, place]));
}

/** Distinct names, the most frequent first, then by name. */
function byUse(names: readonly string[]): string[] {
  const uses = new Map<string, number>();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  return [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
}
