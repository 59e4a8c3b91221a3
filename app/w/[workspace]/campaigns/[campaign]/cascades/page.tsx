import type { Metadata } from "next";
import { requestTranslate } from "#app/_server/request-translate.ts";
import type { AskedDashboard, CampaignPage } from "#app/w/_server/open-dashboard.ts";
import { OrphanNote } from "#app/w/_server/orphan-note.tsx";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { soonDashboard } from "#app/w/_server/soon-dashboard.tsx";
import { CascadeList } from "#components/cascade/cascade-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { parseCascadeFilter } from "#lib/explorer/parse-cascade-filter.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("cascades.list.title") };
}

export default function CascadesPage(page: CampaignPage) {
  return soonDashboard(page, content);
}

async function content({ scope, campaign, base, ask, search, locale, t }: AskedDashboard) {
  const filter = parseCascadeFilter(search);
  const list = await ask("cascades");
  return (
    <>
      <QuestionBar {...{ scope, campaign, base }} />
      <OrphanNote ask={ask} />
      <PageHeader level={2} title={t("cascades.list.title")} text={t("cascades.list.text")} />
      <CascadeList
        {...{ list, filter, locale, t }}
        path={`${base}/cascades`}
        importHref={`${base}/import`}
        zone={scope.zone}
      />
    </>
  );
}
