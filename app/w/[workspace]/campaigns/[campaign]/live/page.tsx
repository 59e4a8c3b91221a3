import type { Metadata } from "next";
import { markedCodesFor } from "#app/_answers/marked-codes-for.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { type CampaignPage, openDashboard } from "#app/w/_server/open-dashboard.ts";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { LiveBoard } from "#components/live/live-board.tsx";
import { readLive } from "#db/queries/intake/read-live.ts";
import { askedOf } from "#lib/query/asked-of.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("nav.live") };
}

export default async function LivePage(page: CampaignPage) {
  const { scope, campaign, base, query, search } = await openDashboard(page);
  const { filters } = query;
  const asking = { campaignId: campaign.id, filters };
  const marked = await markedCodesFor(scope, asking);
  const initial = readLive(scope, { ...asking, marked, now: Date.now() });
  const asked = askedOf(search);
  const url = `/api${base}/live${asked === "" ? "" : `?${asked}`}`;
  return (
    <>
      <QuestionBar {...{ scope, campaign, base }} />
      <LiveBoard key={url} url={url} base={base} initial={initial} zone={scope.zone} />
    </>
  );
}
