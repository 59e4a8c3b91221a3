import { type Question, questionOf } from "#lib/answers/question.ts";
import { parseQuery } from "#lib/query/parse-query.ts";
import type { LoggedCampaign } from "./reader-of-log.ts";

/** The question that an address asks of a campaign at an instant, in Riyadh's zone unless the address names one. */
export function questionTo(campaign: LoggedCampaign, address: string, now: number): Question {
  const search = new URLSearchParams(address);
  const { query } = parseQuery(search);
  const known = campaign.log.filter(({ occurredAt }) => occurredAt <= now);
  const life = { first: known[0]?.occurredAt ?? now, last: known.at(-1)?.occurredAt ?? now };
  const at = { now, workspaceZone: "Asia/Riyadh", life, other: life };
  return questionOf(campaign.id, { query, address: search }, at);
}
