import { prepare } from "#db/engines/sqlite/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Overview } from "#lib/domain/overview.ts";
import { clusteredK } from "#lib/estimators/reproduction/clustered-k.ts";
import type { CascadeSums } from "#lib/estimators/reproduction/clustered-sums.ts";
import { CASCADE_SUMS } from "./cascade-sums.ts";

const OF_CAMPAIGN = "workspace_id = @workspaceId AND campaign_id = @campaignId";

const FOREST = `
  SELECT coalesce(sum(size), 0) AS shares, coalesce(sum(seeded), 0) AS seeds,
    coalesce(sum(NOT seeded AND cuts = 0), 0) AS orphans, max(depth) AS depth,
    coalesce(sum(seeded * seed_children), 0) AS direct, coalesce(sum(skews), 0) AS skews,
    coalesce(sum(cuts), 0) AS cuts, min(started_at) AS firstShareAt, max(last_at) AS lastShareAt,
    coalesce(sum(seeded AND structural_virality IS NOT NULL), 0) AS measured, ${CASCADE_SUMS}
  FROM cascades WHERE ${OF_CAMPAIGN}`;

const REACH = `SELECT count(*) FROM persons WHERE ${OF_CAMPAIGN} AND shares > 0`;

const QUARANTINED = `SELECT coalesce(sum(quarantined), 0) FROM imports WHERE ${OF_CAMPAIGN}`;

// The one or two values in the middle: the median of type 7 is their mean.
const MEDIAN_VIRALITY = `
  SELECT avg(structural_virality) FROM (
    SELECT structural_virality FROM cascades
    WHERE ${OF_CAMPAIGN} AND seeded AND structural_virality IS NOT NULL
    ORDER BY structural_virality LIMIT @limit OFFSET @offset)`;

interface ForestRow extends CascadeSums {
  shares: number;
  seeds: number;
  orphans: number;
  depth: number | null;
  direct: number;
  skews: number;
  cuts: number;
  firstShareAt: number | null;
  lastShareAt: number | null;
  measured: number;
}

/** The figures at the head of a campaign, over all its shares. An unknown campaign has none of anything. */
export function readOverview(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): Overview {
  const client = databaseOf(scope).$client;
  const key = { workspaceId: scope.workspaceId, campaignId };
  const forest = prepare(client, FOREST).get(key) as ForestRow;
  const { shares, seeds, orphans, depth, direct, skews, cuts, firstShareAt, lastShareAt, measured, ...sums } =
    forest;
  const middle = { limit: 2 - (measured % 2), offset: Math.floor((measured - 1) / 2) };
  const medianVirality =
    measured === 0
      ? null
      : (prepare(client, MEDIAN_VIRALITY)
          .pluck()
          .get({ ...key, ...middle }) as number);
  return {
    shares,
    seeds,
    orphans,
    reach: prepare(client, REACH).pluck().get(key) as number,
    k: clusteredK(sums),
    depth,
    medianVirality,
    directShare: shares === seeds ? null : direct / (shares - seeds),
    firstShareAt,
    lastShareAt,
    setAside: { quarantined: prepare(client, QUARANTINED).pluck().get(key) as number, skews, cuts },
  };
}
