import type { Metadata } from "next";
import { analyse } from "#app/_server/analyse.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { analysisFrame } from "#app/w/_server/analysis-frame.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { ForecastView } from "#components/metrics/forecast-view.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

interface Props {
  params: Promise<{ workspace: string; campaign: string }>;
  searchParams: Promise<{ goal?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("metrics.forecast.title") };
}

export default async function ForecastPage({ params, searchParams }: Props) {
  const { scope, campaign, base } = await currentCampaign(params);
  const { asOf, horizon } = analysisFrame(undefined, Date.now());
  const data = await analyse(scope, "forecast", { campaignId: campaign.id, asOf, horizon });
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const goal = /^[1-9]\d{0,11}$/.exec(String((await searchParams).goal ?? ""));
  const shown = { goal: goal === null ? null : Number(goal[0]), cascadesPath: `${base}/cascades` };
  return (
    <>
      <PageHeader level={2} title={t("metrics.forecast.title")} text={t("metrics.forecast.text")} />
      <ForecastView data={data} {...shown} zone={scope.zone} locale={locale} t={t} />
    </>
  );
}
