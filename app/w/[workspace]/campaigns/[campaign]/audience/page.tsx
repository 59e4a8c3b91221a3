import type { Metadata } from "next";
import Link from "next/link";
import { requestTranslate } from "#app/_server/request-translate.ts";
import type { AskedDashboard, CampaignPage } from "#app/w/_server/open-dashboard.ts";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { soonDashboard } from "#app/w/_server/soon-dashboard.tsx";
import { AudienceCard } from "#components/dashboards/audience-card.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("nav.audience") };
}

export default function AudiencePage(page: CampaignPage) {
  return soonDashboard(page, content, "people");
}

async function content({ scope, campaign, base, ask, locale, t }: AskedDashboard) {
  const { people, attributes } = await ask("audience");
  const canPlan = scope.permissions.has("campaigns.write");
  const edit = (
    <Link href={`${base}/edit`} className={buttonClass("secondary")}>
      {t("audience.plan.add")}
    </Link>
  );
  return (
    <div className="space-y-6">
      <QuestionBar {...{ scope, campaign, base }} parts="people" />
      <PageHeader
        level={2}
        title={t("audience.title")}
        text={campaign.audience ?? t("audience.text")}
        {...(canPlan ? { actions: edit } : {})}
      />
      {attributes.length === 0 ? (
        <EmptyState title={t("audience.none.title")} text={t("audience.none.text")} />
      ) : (
        <>
          <p className="text-xs text-slate-600 dark:text-slate-400">{t("audience.text")}</p>
          <div className="grid items-start gap-6 lg:grid-cols-2">
            {attributes.map((audience) => (
              <AudienceCard key={audience.attribute} people={people} {...{ audience, locale, t }} />
            ))}
          </div>
        </>
      )}
    </div>
  );
}
