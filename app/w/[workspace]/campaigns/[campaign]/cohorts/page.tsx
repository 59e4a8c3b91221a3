import type { Metadata } from "next";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { frameNote } from "#app/w/_server/frame-note.ts";
import type { AskedDashboard, CampaignPage } from "#app/w/_server/open-dashboard.ts";
import { OrphanNote } from "#app/w/_server/orphan-note.tsx";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { soonDashboard } from "#app/w/_server/soon-dashboard.tsx";
import { CohortBoard } from "#components/dashboards/cohort-board.tsx";
import { ChoiceLinks } from "#components/layout/choice-links.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { COHORT_COLUMNS } from "#lib/answers/cohorts/answer.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("nav.cohorts") };
}

export default function CohortsPage(page: CampaignPage) {
  return soonDashboard(page, content, "spread");
}

async function content({
  scope,
  campaign,
  base,
  question,
  ask,
  query,
  address: asked,
  locale,
  t,
}: AskedDashboard) {
  const cohorts = await ask("cohorts");
  const choices = COHORT_COLUMNS.map((column) => {
    const address = new URLSearchParams(asked);
    address.set("by", column);
    return {
      href: `${base}/cohorts?${address}`,
      label: t(`cohorts.by.${column}`),
      isCurrent: column === cohorts.by,
    };
  });
  return (
    <div className="space-y-6">
      <QuestionBar {...{ scope, campaign, base }} parts="spread" />
      <OrphanNote ask={ask} />
      <PageHeader
        level={2}
        title={t("cohorts.title")}
        text={t("cohorts.text")}
        actions={<ChoiceLinks label={t("cohorts.by")} choices={choices} />}
      />
      {cohorts.rows.length === 0 ? (
        <EmptyState title={t("cohorts.none.title")} text={t("cohorts.none.text")} />
      ) : (
        <CohortBoard
          cohorts={cohorts}
          note={frameNote({ query, zone: question.zone }, { locale, t })}
          {...{ locale, t }}
        />
      )}
    </div>
  );
}
