import type { Metadata } from "next";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { LiveBoard } from "#components/live/live-board.tsx";
import { readLive } from "#db/queries/intake/read-live.ts";

interface Props {
  params: Promise<{ workspace: string; campaign: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("nav.live") };
}

export default async function LivePage({ params }: Props) {
  const { scope, campaign, base } = await currentCampaign(params);
  const initial = readLive(scope, { campaignId: campaign.id, now: Date.now() });
  return <LiveBoard url={`/api${base}/live`} base={base} initial={initial} zone={scope.zone} />;
}
