import { analysisMoment } from "#app/w/_server/analysis-moment.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { dashboardFrame } from "#app/w/_server/dashboard-frame.ts";
import type { ExportContext } from "./widget.ts";

/** What a file of a campaign is asked with: the person's scope, and the question in the address. */
export async function openExport(
  request: Request,
  params: Promise<{ workspace: string; campaign: string }>,
): Promise<ExportContext> {
  const { scope, campaign } = await currentCampaign(params);
  const search = new URL(request.url).searchParams;
  const { query, question } = dashboardFrame(scope, campaign, search);
  const moment = analysisMoment();
  // Before the first event there is no stretch of time, and so nothing in it.
  const empty = {
    from: moment.asOf,
    to: moment.asOf,
    grain: "hour",
    zone: scope.zone,
    before: null,
  } as const;
  const asked = question ?? { ...moment, ...empty, filters: query.filters, campaignId: campaign.id };
  return { scope, campaign, query, question: asked, search };
}
