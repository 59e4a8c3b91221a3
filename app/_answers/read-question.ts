import { readLife } from "#db/queries/campaigns/read-life.ts";
import type { Scope } from "#lib/access/scope.ts";
import { type Question, questionOf } from "#lib/answers/question.ts";
import { parseQuery } from "#lib/query/parse-query.ts";
import type { Query } from "#lib/query/query.ts";

/** The question of an address, made once for a campaign. */
export interface AskedAddress {
  readonly query: Query;
  /** Parts of the address that made no sense. */
  readonly faults: readonly string[];
  /** Null before the campaign's first event. */
  readonly question: Question | null;
}

/** Reads which part of a campaign an address asks about, as of this minute. */
export function readQuestion(
  scope: Scope<"campaigns.read">,
  { id: campaignId }: { readonly id: number },
  address: URLSearchParams,
): AskedAddress {
  const { query, faults } = parseQuery(address);
  const zone = query.zone ?? scope.zone;
  const life = readLife(scope, { campaignId, zone });
  if (life === null) return { query, faults, question: null };
  const { comparison } = query;
  const other =
    comparison?.kind === "campaign" ? readLife(scope, { campaignId: comparison.campaignId, zone }) : null;
  const at = { now: Date.now(), workspaceZone: scope.zone, life, other };
  return { query, faults, question: questionOf(campaignId, { query, address }, at) };
}
