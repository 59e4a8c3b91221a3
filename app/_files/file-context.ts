import { type Ask, type AskLines, bindAsk, bindAskLines } from "#app/_answers/ask.ts";
import { readQuestion } from "#app/_answers/read-question.ts";
import { memberAccess } from "#app/_server/member-access.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import type { CampaignRecord } from "#db/queries/campaigns/campaign-record.ts";
import type { Scope } from "#lib/access/scope.ts";
import { minuteOf, type Question, questionOf } from "#lib/answers/question.ts";
import type { CsvDialect } from "#lib/format/csv.ts";
import type { Query } from "#lib/query/query.ts";
import { csvDialectOf } from "./csv-dialect-of.ts";

/** What a file is asked with: the same question as the page. */
export interface FileContext {
  readonly scope: Scope<"campaigns.read">;
  readonly campaign: CampaignRecord;
  readonly question: Question;
  readonly ask: Ask;
  readonly askLines: AskLines;
  /** Whether the file begins with a byte order mark; `bom=0` leaves it out. */
  readonly bom: boolean;
  /** How its cells are set apart: as the address says with `csv`, else as the person chose. */
  readonly dialect: CsvDialect;
}

/** A file that somebody asked for, and whether they still may have it. */
export interface OpenedFile extends FileContext {
  readonly isAllowed: () => boolean;
}

/** Whose campaign, and what is asked of it: the same address as the page's. 404 for strangers. */
export async function openFile(
  request: Request,
  params: Promise<{ workspace: string; campaign: string }>,
): Promise<OpenedFile> {
  const { scope, campaign } = await currentCampaign(params);
  const isAllowed = await memberAccess(scope, "campaigns.read");
  const address = new URL(request.url).searchParams;
  return { ...fileContext(scope, campaign, address, csvDialectOf(request)), isAllowed };
}

/** What an address asks of a campaign's files. Before its first event there are files, too, with nothing in them. */
export function fileContext(
  scope: Scope<"campaigns.read">,
  campaign: CampaignRecord,
  address: URLSearchParams,
  dialect: CsvDialect = "comma",
): FileContext {
  const { question: asked, query } = readQuestion(scope, campaign, address);
  const question = asked ?? questionBefore(scope, campaign, { query, address });
  return {
    ...{ scope, campaign, question, dialect, ask: bindAsk(scope, question) },
    askLines: bindAskLines(scope, question, dialect),
    bom: address.get("bom") !== "0",
  };
}

function questionBefore(
  { zone }: Scope,
  { id }: CampaignRecord,
  asked: { query: Query; address: URLSearchParams },
): Question {
  const now = Date.now();
  const life = { first: minuteOf(now), last: minuteOf(now) };
  return questionOf(id, asked, { now, workspaceZone: zone, life, other: null });
}
