import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { currentCampaign } from "./current-campaign.ts";
import { dashboardFrame, type PageSearch } from "./dashboard-frame.ts";

/** What Next hands to a page of a campaign. */
export interface CampaignPage {
  readonly params: Promise<{ workspace: string; campaign: string }>;
  readonly searchParams: Promise<PageSearch>;
}

/** Whose campaign, which question, in which language: what every dashboard begins with. */
export async function openDashboard({ params, searchParams }: CampaignPage) {
  const opened = await currentCampaign(params);
  const search = await searchParams;
  const frame = dashboardFrame(opened.scope, opened.campaign, search);
  return { ...opened, ...frame, search, locale: await requestLocale(), t: await requestTranslate() };
}

/** An opened dashboard. */
export type Dashboard = Awaited<ReturnType<typeof openDashboard>>;
