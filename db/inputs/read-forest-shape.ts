import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import type { InputsScope } from "./inputs-scope.ts";

// In the canonical order of lib/cascade/forest.ts: the fold has found every place already.
const SHARES = `
  SELECT s.rowid AS id, p.rowid AS above, s.depth, s.faults, s.at FROM shares AS s
  JOIN cascades AS c ON c.workspace_id = s.workspace_id AND c.campaign_id = s.campaign_id AND c.root = s.root
  LEFT JOIN shares AS p ON p.workspace_id = s.workspace_id AND p.campaign_id = s.campaign_id AND p.code = s.parent
  WHERE s.workspace_id = ? AND s.campaign_id = ?
  ORDER BY c.started_at, s.root, s.depth, s.at, s.code`;

interface Placed {
  readonly id: number;
  readonly above: number | null;
  readonly depth: number;
  readonly faults: number;
  readonly at: number;
}

/** A campaign's forest as it stands now, without a text: what estimators of time and number read. */
export function readForestShape(scope: InputsScope, { campaignId }: { campaignId: number }): ForestShape {
  const rows = prepare(databaseOf(scope).$client, SHARES).all(scope.workspaceId, campaignId) as Placed[];
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
  for (const [place, { id, above, depth, faults, at }] of rows.entries()) {
    placeOf.set(id, place);
    if (depth === 0) roots.push(place);
    shape.parent[place] = above === null ? -1 : (placeOf.get(above) ?? -1);
    shape.root[place] = roots.at(-1) ?? place;
    shape.depth[place] = depth;
    shape.faults[place] = faults;
    shape.at[place] = at;
  }
  return { size, ...shape, roots: Int32Array.from(roots) };
}
