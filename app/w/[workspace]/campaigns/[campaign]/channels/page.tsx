import type { Metadata } from "next";
import Link from "next/link";
import { analyse } from "#app/_server/analyse.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { analysisMoment } from "#app/w/_server/analysis-moment.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { ChannelTable } from "#components/campaigns/channel-table.tsx";
import { sortChannels } from "#components/campaigns/sort-channels.ts";
import { ComparisonCard } from "#components/metrics/comparison-card.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

interface Props {
  params: Promise<{ workspace: string; campaign: string }>;
  searchParams: Promise<{ sort?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("campaigns.channels.title") };
}

export default async function ChannelsPage({ params, searchParams }: Props) {
  const { scope, campaign, base } = await currentCampaign(params);
  const figures = await analyse(scope, "channels", { campaignId: campaign.id });
  const { channels, sort } = sortChannels(figures, (await searchParams).sort);
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  if (channels.length === 0) {
    const importLink = (
      <Link href={`${base}/import`} className={buttonClass()}>
        {t("campaigns.overview.import")}
      </Link>
    );
    const [title, text] = [t("campaigns.overview.empty.title"), t("campaigns.overview.empty.text")];
    return <EmptyState title={title} text={text} action={importLink} />;
  }
  const shown = { channels, sort, locale, t, currency: campaign.currency, base: `${base}/channels` };
  const comparison = await analyse(scope, "comparison", { campaignId: campaign.id, ...analysisMoment() });
  return (
    <div className="space-y-6">
      <Card title={t("campaigns.channels.title")} note={t("campaigns.channels.note")}>
        <ChannelTable {...shown} />
      </Card>
      <ComparisonCard data={comparison.channels} locale={locale} t={t} />
      {comparison.variants.arms.length < 2 ? null : (
        <ComparisonCard data={comparison.variants} locale={locale} t={t} />
      )}
    </div>
  );
}
