import { type RankingQuestion, rankSharers } from "#app/_analysis/rank-sharers.ts";
import type { Scope } from "#lib/access/scope.ts";
import { pageSharers } from "#lib/answers/sharers/page-sharers.ts";
import type { SharerPage, SharerQuery } from "#lib/answers/sharers/sharers.ts";

/** What the Sharers page asks of a campaign. */
export interface SharersQuestion extends RankingQuestion, SharerQuery {
  /** Rows of a page. */
  readonly size: number;
}

/** One page of a campaign's sharers, ranked. */
export function analyseCampaignSharers(
  scope: Scope<"campaigns.read">,
  question: SharersQuestion,
): SharerPage {
  return pageSharers(rankSharers(scope, question), question, question.size);
}
