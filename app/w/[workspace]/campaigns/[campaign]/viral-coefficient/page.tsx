import type { Metadata } from "next";
import { analyse } from "#app/_server/analyse.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { analysisFrame, HORIZON_DAYS } from "#app/w/_server/analysis-frame.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { HorizonLinks } from "#components/metrics/horizon-links.tsx";
import { ViralCoefficientView } from "#components/metrics/viral-coefficient-view.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

interface Props {
  params: Promise<{ workspace: string; campaign: string }>;
  searchParams: Promise<{ horizon?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("metrics.viral.title") };
}

export default async function ViralCoefficientPage({ params, searchParams }: Props) {
  const { scope, campaign, base } = await currentCampaign(params);
  const { days, ...frame } = analysisFrame((await searchParams).horizon, Date.now());
  const data = await analyse(scope, "viral-coefficient", { campaignId: campaign.id, ...frame });
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const choices = { choices: HORIZON_DAYS, current: days, base: `${base}/viral-coefficient`, t };
  const header = { title: t("metrics.viral.title"), text: t("metrics.viral.text") };
  return (
    <>
      <PageHeader level={2} {...header} actions={<HorizonLinks {...choices} />} />
      <ViralCoefficientView data={data} zone={scope.zone} locale={locale} t={t} />
    </>
  );
}
