import type { Metadata } from "next";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { asOfNote } from "#app/w/_server/as-of-note.ts";
import type { AskedDashboard, CampaignPage } from "#app/w/_server/open-dashboard.ts";
import { OrphanNote } from "#app/w/_server/orphan-note.tsx";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { sideText } from "#app/w/_server/side-text.ts";
import { soonDashboard } from "#app/w/_server/soon-dashboard.tsx";
import { GrowthChart } from "#components/charts/growth-chart.tsx";
import { ComparedChannels } from "#components/dashboards/compared-channels.tsx";
import { ComparedTable } from "#components/dashboards/compared-table.tsx";
import { ComparedTests } from "#components/dashboards/compared-tests.tsx";
import { SideForm } from "#components/dashboards/side-form.tsx";
import { VariantsSection } from "#components/dashboards/variants-section.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listCampaignNames } from "#db/queries/campaigns/list-campaign-names.ts";
import { askedOf } from "#lib/query/asked-of.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("nav.compare") };
}

export default function ComparePage(page: CampaignPage) {
  return soonDashboard(page, content);
}

async function content({ scope, campaign, base, question, ask, search, locale, t }: AskedDashboard) {
  const [compared, arms] = await Promise.all([ask("compare"), ask("arms")]);
  const { first, second, channels, comparison: data } = compared;
  const campaigns = listCampaignNames(scope);
  const names = [first, second].map((side) => sideText(side, campaigns, t)) as [string, string];
  const currencies = [first, second].map((side) => {
    const of = side.kind === "campaign" ? side.campaignId : campaign.id;
    return campaigns.find(({ id }) => id === of)?.currency ?? null;
  }) as [string | null, string | null];
  const shown = { data, names, currencies, locale, t };
  const [action, asked] = [`${base}/compare`, askedOf(search)];
  return (
    <div className="space-y-6">
      <div>
        <QuestionBar {...{ scope, campaign, base }} />
        <OrphanNote ask={ask} />
        <PageHeader
          level={2}
          title={t("compare.title")}
          text={`${t("compare.text")} ${asOfNote(question.wholeAsOf, question, { locale, t })}`}
        />
      </div>
      <SideForm {...{ first, second, campaigns, channels, action, asked, t }} />
      <ComparedTable {...shown} />
      <ComparedTests {...shown} />
      <div className="grid gap-6 lg:grid-cols-2">
        <GrowthChart {...{ data, names }} />
        <ComparedChannels {...shown} />
      </div>
      <VariantsSection
        {...{ arms, locale, t }}
        currency={campaign.currency}
        editHref={scope.permissions.has("campaigns.write") ? `${base}/edit#experiment` : null}
      />
    </div>
  );
}
