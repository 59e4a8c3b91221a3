import type { DashboardQuestion } from "#app/_analysis/dashboard-analysis.ts";
import type { CampaignRecord } from "#db/queries/campaigns/campaign-record.ts";
import { readLife } from "#db/queries/campaigns/read-life.ts";
import type { Scope } from "#lib/access/scope.ts";
import { parseQuery } from "#lib/query/parse-query.ts";
import type { Query } from "#lib/query/query.ts";
import { queryString } from "#lib/query/query-string.ts";
import { resolveQuery } from "#lib/query/resolve-query.ts";
import { searchOf } from "#lib/query/search-of.ts";
import { analysisMoment } from "./analysis-moment.ts";

/** An address's parameters as Next gives them to a page. */
export type PageSearch = Readonly<Record<string, string | string[] | undefined>>;

/** The question of an address, resolved for one campaign. */
export interface DashboardFrame {
  readonly query: Query;
  /** Parts of the address that made no sense. */
  readonly faults: readonly string[];
  /** What analyses are asked; null before the campaign's first event. */
  readonly question: DashboardQuestion | null;
}

/** Reads which part of a campaign an address asks about, as of this minute. */
export function dashboardFrame(
  scope: Scope<"campaigns.read">,
  { id: campaignId }: Pick<CampaignRecord, "id">,
  search: PageSearch | URLSearchParams,
): DashboardFrame {
  const { query, faults } = parseQuery(search instanceof URLSearchParams ? search : searchOf(search));
  const life = readLife(scope, { campaignId });
  if (life === null) return { query, faults, question: null };
  const { comparison } = query;
  const other =
    comparison?.kind === "campaign" ? readLife(scope, { campaignId: comparison.campaignId }) : null;
  const moment = analysisMoment();
  const frame = resolveQuery(query, { now: moment.asOf, workspaceZone: scope.zone, life, other });
  return { query, faults, question: { ...moment, ...frame, campaignId, asked: queryString(query) } };
}
