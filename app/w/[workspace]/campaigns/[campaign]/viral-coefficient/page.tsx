import type { Metadata } from "next";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { asOfNote } from "#app/w/_server/as-of-note.ts";
import { horizonChoices } from "#app/w/_server/horizon-choices.ts";
import type { AskedDashboard, CampaignPage } from "#app/w/_server/open-dashboard.ts";
import { OrphanNote } from "#app/w/_server/orphan-note.tsx";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { soonDashboard } from "#app/w/_server/soon-dashboard.tsx";
import { ChoiceLinks } from "#components/layout/choice-links.tsx";
import { SensitivityCard } from "#components/metrics/sensitivity-card.tsx";
import { ViralCoefficientView } from "#components/metrics/viral-coefficient-view.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listAnnotations } from "#db/queries/annotations/list-annotations.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("metrics.viral.title") };
}

export default function ViralCoefficientPage(page: CampaignPage) {
  return soonDashboard(page, content, "spread");
}

async function content({ scope, campaign, base, question, ask, address, locale, t }: AskedDashboard) {
  const [data, sensitivity] = await Promise.all([ask("viral-coefficient"), ask("sensitivity")]);
  const notes = listAnnotations(scope, { campaignId: campaign.id });
  const choices = horizonChoices(`${base}/viral-coefficient`, address, t);
  const text = `${t("metrics.viral.text")} ${asOfNote(data.asOf, question, { locale, t })}`;
  return (
    <>
      <QuestionBar {...{ scope, campaign, base }} parts="spread" />
      <OrphanNote ask={ask} />
      <PageHeader
        level={2}
        title={t("metrics.viral.title")}
        text={text}
        actions={<ChoiceLinks {...choices} />}
      />
      <ViralCoefficientView data={data} notes={notes} zone={question.zone} locale={locale} t={t} />
      {data.sharers === 0 ? null : (
        <div className="mt-6">
          <SensitivityCard {...sensitivity} />
        </div>
      )}
    </>
  );
}
