import { prepare } from "#db/engines/sqlite/prepare.ts";
import { grantWindow } from "#db/grant-window.ts";
import { CASCADE_SUMS } from "#db/queries/campaigns/cascade-sums.ts";
import { databaseOf } from "#db/scope.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { ReportOverview, ReportRequest } from "#lib/domain/report-figures.ts";
import { clusteredK } from "#lib/estimators/reproduction/clustered-k.ts";
import type { CascadeSums } from "#lib/estimators/reproduction/clustered-sums.ts";

const OF_CAMPAIGN = "workspace_id = @workspaceId AND campaign_id = @campaignId";
const STARTED = `${OF_CAMPAIGN} AND started_at >= @from AND started_at < @to`;

const SHARES = `
  SELECT count(*) AS shares, count(DISTINCT person) AS reach, coalesce(sum(seed_kind IS NOT NULL), 0) AS seeds
  FROM shares WHERE ${OF_CAMPAIGN} AND at >= @from AND at < @to`;

const FOREST = `
  SELECT coalesce(sum(NOT seeded AND cuts = 0), 0) AS orphans, max(depth) AS depth,
    coalesce(sum(size), 0) AS size, coalesce(sum(seeded), 0) AS grown,
    coalesce(sum(seeded * seed_children), 0) AS direct, coalesce(sum(skews), 0) AS skews,
    coalesce(sum(cuts), 0) AS cuts, count(*) AS begun, count(structural_virality) AS measured, ${CASCADE_SUMS}
  FROM cascades WHERE ${STARTED}`;

// The one or two values in the middle: the median of type 7 is their mean.
const MEDIAN_VIRALITY = `
  SELECT avg(structural_virality) FROM (
    SELECT structural_virality FROM cascades WHERE ${STARTED} AND structural_virality IS NOT NULL
    ORDER BY structural_virality LIMIT @limit OFFSET @offset)`;

interface ForestRow extends CascadeSums {
  orphans: number;
  depth: number | null;
  size: number;
  grown: number;
  direct: number;
  skews: number;
  cuts: number;
  begun: number;
  measured: number;
}

/**
 * The figures at the head of a report. Shares, reach and seeds count what was shared in the window; everything
 * else describes the cascades that began in it, with all that they have brought since.
 * @throws NotFoundError when the link does not show that
 */
export function readReportOverview(scope: ReportScope, request: ReportRequest): ReportOverview {
  const { key } = grantWindow(scope, "overview", request);
  const client = databaseOf(scope).$client;
  const shared = prepare(client, SHARES).get(key) as { shares: number; reach: number; seeds: number };
  const { size, grown, direct, begun, measured, orphans, depth, skews, cuts, ...sums } = prepare(
    client,
    FOREST,
  ).get(key) as ForestRow;
  const middle = { limit: 2 - (measured % 2), offset: Math.floor((measured - 1) / 2) };
  const median = () =>
    prepare(client, MEDIAN_VIRALITY)
      .pluck()
      .get({ ...key, ...middle }) as number;
  return {
    ...{ ...shared, orphans, depth, skews, cuts, cascades: begun },
    k: clusteredK(sums),
    medianVirality: measured === 0 ? null : median(),
    directShare: size === grown ? null : direct / (size - grown),
  };
}
