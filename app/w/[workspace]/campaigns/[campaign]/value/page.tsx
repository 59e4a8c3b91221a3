import type { Metadata } from "next";
import { analyse } from "#app/_server/analyse.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { NoEvents } from "#app/w/_server/no-events.tsx";
import type { CampaignPage, Dashboard } from "#app/w/_server/open-dashboard.ts";
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

async function content({ scope, campaign, base, question, locale, t }: Dashboard) {
  if (question === null) return <NoEvents base={base} />;
  const { now } = await analyse(scope, "value", { ...question, before: null });
  const bar = <QuestionBar {...{ scope, campaign, base }} parts="people" />;
  if (now.sender.sharers + now.receiver.people + now.receiver.ratings === 0)
    return <NothingHere bar={bar} t={t} />;
  return (
    <div className="space-y-6">
      {bar}
      <PageHeader level={2} title={t("value.title")} text={t("value.text")} />
      <ValueView value={now} currency={campaign.currency} {...{ locale, t }} />
    </div>
  );
}
