import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { seederOfShares } from "#lib/cascade/seeder.ts";
import type { InputsScope } from "./inputs-scope.ts";

/** A campaign's forest as it stands now, without a text: what estimators of time and number read. */
export function readForestShape(scope: InputsScope, { campaignId }: { campaignId: number }): ForestShape {
  const key = { workspaceId: scope.workspaceId, campaignId };
  const rows = EVENT_READS.shares.readPlacedShares(databaseOf(scope, campaignId), key);
  const size = rows.length;
  const shape = {
    parent: new Int32Array(size),
    root: new Int32Array(size),
    depth: new Int32Array(size),
    faults: new Uint8Array(size),
    at: new Float64Array(size),
  };
  const placeOf = new Map<number, number>();
  const roots: number[] = [];
  const seeders = new Map<number, string>();
  for (const [place, { id, above, depth, faults, at, seeder }] of rows.entries()) {
    placeOf.set(id, place);
    if (depth === 0) roots.push(place);
    if (seeder !== null) seeders.set(place, seeder);
    shape.parent[place] = above === null ? -1 : (placeOf.get(above) ?? -1);
    shape.root[place] = roots.at(-1) ?? place;
    shape.depth[place] = depth;
    shape.faults[place] = faults;
    shape.at[place] = at;
  }
  const forest = { size, ...shape, roots: Int32Array.from(roots) };
  return { ...forest, seeder: seederOfShares(forest, (root) => seeders.get(root) ?? "") };
}
