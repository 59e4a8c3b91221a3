import { type Ask, type AskLines, bindAsk, bindAskLines } from "#app/_answers/ask.ts";
import { readQuestion } from "#app/_answers/read-question.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import type { CampaignRecord } from "#db/queries/campaigns/campaign-record.ts";
import type { Scope } from "#lib/access/scope.ts";
import { minuteOf, type Question, questionOf } from "#lib/answers/question.ts";

/** What a file is asked with: the same question as the page. */
export interface FileContext {
  readonly scope: Scope<"campaigns.read">;
  readonly campaign: CampaignRecord;
  readonly question: Question;
  readonly ask: Ask;
  readonly askLines: AskLines;
  /** Whether the file begins with a byte order mark; `bom=0` leaves it out. */
  readonly bom: boolean;
}

/** Whose campaign, and what is asked of it: the same address as the page's. 404 for strangers. */
export async function openFile(
  request: Request,
  params: Promise<{ workspace: string; campaign: string }>,
): Promise<FileContext> {
  const { scope, campaign } = await currentCampaign(params);
  const address = new URL(request.url).searchParams;
  const { question: asked, query } = readQuestion(scope, campaign, address);
  const now = Date.now();
  const life = { first: minuteOf(now), last: minuteOf(now) };
  // Before the first event there are files, too, with nothing in them.
  const question =
    asked ??
    questionOf(campaign.id, { query, address }, { now, workspaceZone: scope.zone, life, other: null });
  return {
    ...{ scope, campaign, question, ask: bindAsk(scope, question), askLines: bindAskLines(scope, question) },
    bom: address.get("bom") !== "0",
  };
}
