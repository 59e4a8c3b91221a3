import { bindAsk } from "#app/_answers/ask.ts";
import { readQuestion } from "#app/_answers/read-question.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { searchOf } from "#lib/query/search-of.ts";
import { currentCampaign } from "./current-campaign.ts";

/** An address's parameters as Next gives them to a page. */
export type PageSearch = Readonly<Record<string, string | string[] | undefined>>;

/** What Next hands to a page of a campaign. */
export interface CampaignPage {
  readonly params: Promise<{ workspace: string; campaign: string }>;
  readonly searchParams: Promise<PageSearch>;
}

/** Whose campaign, which question, in which language: what every dashboard begins with. */
export async function openDashboard({ params, searchParams }: CampaignPage) {
  const opened = await currentCampaign(params);
  const search = await searchParams;
  const address = searchOf(search);
  const { query, faults, question } = readQuestion(opened.scope, opened.campaign, address);
  return {
    ...opened,
    query,
    faults,
    search,
    address,
    /** Null before the campaign's first event. */
    asked: question === null ? null : { question, ask: bindAsk(opened.scope, question) },
    locale: await requestLocale(),
    t: await requestTranslate(),
  };
}

/** An opened dashboard. */
export type Dashboard = Awaited<ReturnType<typeof openDashboard>>;

/** One whose campaign has events, so that it can be asked. */
export type AskedDashboard = Omit<Dashboard, "asked"> & NonNullable<Dashboard["asked"]>;
