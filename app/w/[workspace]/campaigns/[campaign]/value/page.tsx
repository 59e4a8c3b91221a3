import type { Metadata } from "next";
import { requestTranslate } from "#app/_server/request-translate.ts";
import type { AskedDashboard, CampaignPage } from "#app/w/_server/open-dashboard.ts";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { soonDashboard } from "#app/w/_server/soon-dashboard.tsx";
import { NothingHere } from "#components/dashboards/nothing-here.tsx";
import { ValueView } from "#components/dashboards/value-view.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("nav.value") };
}

export default function ValuePage(page: CampaignPage) {
  return soonDashboard(page, content, "people");
}

async function content({ scope, campaign, base, ask, locale, t }: AskedDashboard) {
  const value = await ask("value");
  const bar = <QuestionBar {...{ scope, campaign, base }} parts="people" />;
  if (value.sender.sharers + value.receiver.people + value.receiver.ratings === 0)
    return <NothingHere bar={bar} t={t} />;
  return (
    <div className="space-y-6">
      {bar}
      <PageHeader level={2} title={t("value.title")} text={t("value.text")} />
      <ValueView value={value} currency={campaign.currency} {...{ locale, t }} />
    </div>
  );
}
