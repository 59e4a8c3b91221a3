import type { Metadata } from "next";
import { analyse } from "#app/_server/analyse.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { cohortGrain } from "#app/w/_server/cohort-grain.ts";
import { frameNote } from "#app/w/_server/frame-note.ts";
import { NoEvents } from "#app/w/_server/no-events.tsx";
import type { CampaignPage, Dashboard } from "#app/w/_server/open-dashboard.ts";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { soonDashboard } from "#app/w/_server/soon-dashboard.tsx";
import { CohortBoard } from "#components/dashboards/cohort-board.tsx";
import { ChoiceLinks } from "#components/layout/choice-links.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { COHORT_COLUMNS } from "#lib/answers/cohorts/analyse-cohorts.ts";
import { searchOf } from "#lib/query/search-of.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("nav.cohorts") };
}

export default function CohortsPage(page: CampaignPage) {
  return soonDashboard(page, content, "spread");
}

async function content({ scope, campaign, base, question, query, search, locale, t }: Dashboard) {
  if (question === null) return <NoEvents base={base} />;
  const by = COHORT_COLUMNS.find((known) => known === search.by) ?? COHORT_COLUMNS[0];
  const grain = cohortGrain(query, question.grain);
  const { now } = await analyse(scope, "cohorts", { ...question, grain, before: null, by });
  const choices = COHORT_COLUMNS.map((column) => {
    const address = searchOf(search);
    address.set("by", column);
    return { href: `${base}/cohorts?${address}`, label: t(`cohorts.by.${column}`), isCurrent: column === by };
  });
  return (
    <div className="space-y-6">
      <QuestionBar {...{ scope, campaign, base }} parts="spread" />
      <PageHeader
        level={2}
        title={t("cohorts.title")}
        text={t("cohorts.text")}
        actions={<ChoiceLinks label={t("cohorts.by")} choices={choices} />}
      />
      {now.rows.length === 0 ? (
        <EmptyState title={t("cohorts.none.title")} text={t("cohorts.none.text")} />
      ) : (
        <CohortBoard
          cohorts={now}
          note={frameNote({ query, zone: question.zone }, { locale, t })}
          {...{ grain, locale, t }}
        />
      )}
    </div>
  );
}
