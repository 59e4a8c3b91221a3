import type { Metadata } from "next";
import Link from "next/link";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { sharesOverTime } from "#app/w/_server/shares-over-time.ts";
import { OverviewStats } from "#components/campaigns/overview-stats.tsx";
import { SetAside } from "#components/campaigns/set-aside.tsx";
import { SharesChart } from "#components/charts/shares-chart.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { readOverview } from "#db/queries/campaigns/read-overview.ts";

interface Props {
  params: Promise<{ workspace: string; campaign: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await currentCampaign(params)).campaign.name };
}

export default async function OverviewPage({ params }: Props) {
  const { scope, campaign, base } = await currentCampaign(params);
  const overview = readOverview(scope, { campaignId: campaign.id });
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const importLink = (
    <Link href={`${base}/import`} className={buttonClass()}>
      {t("campaigns.overview.import")}
    </Link>
  );
  const series = sharesOverTime(scope, campaign.id, overview);
  if (series === null) {
    const [title, text] = [t("campaigns.overview.empty.title"), t("campaigns.overview.empty.text")];
    return <EmptyState title={title} text={text} action={importLink} />;
  }
  return (
    <div className="space-y-6">
      <OverviewStats overview={overview} locale={locale} t={t} />
      <SharesChart {...series} zone={scope.zone} />
      <SetAside {...overview.setAside} t={t} />
    </div>
  );
}
