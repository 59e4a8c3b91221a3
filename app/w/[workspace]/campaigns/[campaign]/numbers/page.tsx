import type { Metadata } from "next";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { asOfNote } from "#app/w/_server/as-of-note.ts";
import { horizonChoices } from "#app/w/_server/horizon-choices.ts";
import type { AskedDashboard, CampaignPage } from "#app/w/_server/open-dashboard.ts";
import { OrphanNote } from "#app/w/_server/orphan-note.tsx";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { soonDashboard } from "#app/w/_server/soon-dashboard.tsx";
import { ChoiceLinks } from "#components/layout/choice-links.tsx";
import { NumbersTable } from "#components/metrics/numbers-table.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { METRICS } from "#lib/metrics/registry.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("numbers.title") };
}

export default function NumbersPage(page: CampaignPage) {
  return soonDashboard(page, content, "spread");
}

async function content({ scope, campaign, base, question, ask, address, locale, t }: AskedDashboard) {
  const data = await ask("numbers");
  const choices = horizonChoices(`${base}/numbers`, address, t);
  const rows = data.numbers.flatMap(({ id, estimate }) => {
    const metric = METRICS.find((known) => known.id === id);
    if (metric === undefined) return [];
    const { name, explanation, unit } = metric;
    return [{ id, unit, estimate, name: name[locale], explanation: explanation[locale] }];
  });
  return (
    <>
      <QuestionBar {...{ scope, campaign, base }} parts="spread" />
      <OrphanNote ask={ask} />
      <PageHeader
        level={2}
        title={t("numbers.title")}
        text={`${t("numbers.text")} ${asOfNote(data.asOf, question, { locale, t })}`}
        actions={<ChoiceLinks {...choices} />}
      />
      <NumbersTable {...{ rows, locale, t }} currency={campaign.currency} />
    </>
  );
}
