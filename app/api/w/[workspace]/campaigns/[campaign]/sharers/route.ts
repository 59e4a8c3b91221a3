import { analyse } from "#app/_server/analyse.ts";
import { analysisMoment } from "#app/w/_server/analysis-moment.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { dashboardFrame } from "#app/w/_server/dashboard-frame.ts";
import { periodMoment } from "#app/w/_server/period-moment.ts";
import { parseSharerQuery } from "#lib/answers/sharers/parse-sharer-query.ts";
import { sharersCsv } from "#lib/answers/sharers/sharers-csv.ts";
import { zoneOffset } from "#lib/time/zone-offset.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string }>;
}

/** The ranked list as a CSV file: the rows that the address filters, in its order, all pages. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { scope, campaign } = await currentCampaign(params);
  const { searchParams } = new URL(request.url);
  const query = parseSharerQuery(Object.fromEntries(searchParams));
  const frame = dashboardFrame(scope, campaign, searchParams);
  const { filters = [] } = frame.question ?? {};
  const asOf = frame.question === null ? analysisMoment().asOf : periodMoment(frame.question, frame.query);
  const whole = { page: 1, size: Number.MAX_SAFE_INTEGER };
  const question = { ...query, ...analysisMoment(), ...whole, asOf, filters, campaignId: campaign.id };
  const ranking = await analyse(scope, "sharers", question);
  const day = (at: number) => new Date(at + zoneOffset(scope.zone, at)).toISOString().slice(0, 10);
  const from = ranking.rows.reduce((first, row) => Math.min(first, row.first), question.asOf);
  const to = ranking.rows.reduce((last, row) => Math.max(last, row.last), from);
  const name = `intishar_${campaign.id}_sharers_${day(from)}_${day(to)}.csv`;
  return new Response(sharersCsv(ranking), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
