import { prepare } from "#db/engines/sqlite/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CascadeSummary, CascadesInput } from "#lib/inputs/cascades-input.ts";

const CASCADES = `
  SELECT root, size, reach, depth, max_breadth AS maxBreadth, sum_depth AS sumDepth, seeded,
    structural_virality AS structuralVirality, seed_children AS seedChildren, seed_kind = 'paid' AS paid,
    channel, variant, started_at AS startedAt
  FROM cascades WHERE workspace_id = ? AND campaign_id = ? ORDER BY started_at, root`;

const REACH = "SELECT count(*) FROM persons WHERE workspace_id = ? AND campaign_id = ? AND shares > 0";

type StoredSummary = Omit<CascadeSummary, "seeded" | "paid"> & { seeded: number; paid: number | null };

/** The stored sums of a campaign's cascades: clustered intervals without reading a share. */
export function readCascadesInput(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): CascadesInput {
  const client = databaseOf(scope).$client;
  const rows = prepare(client, CASCADES).all(scope.workspaceId, campaignId) as StoredSummary[];
  const reach = prepare(client, REACH).pluck().get(scope.workspaceId, campaignId) as number;
  return { cascades: rows.map((row) => ({ ...row, seeded: row.seeded === 1, paid: row.paid === 1 })), reach };
}
