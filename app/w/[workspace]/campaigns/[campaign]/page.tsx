import type { Metadata } from "next";
import { asOfNote } from "#app/w/_server/as-of-note.ts";
import { notesOf } from "#app/w/_server/notes-of.tsx";
import { type AskedDashboard, type CampaignPage, openDashboard } from "#app/w/_server/open-dashboard.ts";
import { OrphanNote } from "#app/w/_server/orphan-note.tsx";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { soonDashboard } from "#app/w/_server/soon-dashboard.tsx";
import { SetAside } from "#components/campaigns/set-aside.tsx";
import { ShapeStats } from "#components/campaigns/shape-stats.tsx";
import { OverviewChart } from "#components/charts/overview-chart.tsx";
import { ExportLinks } from "#components/dashboards/export-links.tsx";
import { MoneyCard } from "#components/dashboards/money-card.tsx";
import { OverviewFigures } from "#components/dashboards/overview-figures.tsx";
import { VerdictLine } from "#components/dashboards/verdict-line.tsx";

export async function generateMetadata(page: CampaignPage): Promise<Metadata> {
  return { title: (await openDashboard(page)).campaign.name };
}

export default function OverviewPage(page: CampaignPage) {
  return soonDashboard(page, content, undefined, true);
}

async function content({ scope, campaign, base, question, ask, query, locale, t }: AskedDashboard) {
  const [{ now, before, asOf }, channels, { money, currency }, shape] = await Promise.all([
    ask("overview"),
    ask("channels"),
    ask("money"),
    ask("shape"),
  ]);
  const notes = notesOf(scope, campaign.id, question);
  return (
    <div className="space-y-6">
      <QuestionBar {...{ scope, campaign, base }} hasSteps />
      <OrphanNote ask={ask} />
      <OverviewFigures
        now={now.figures}
        before={query.comparison === null ? undefined : (before?.figures ?? null)}
        {...{ locale, t }}
      />
      {asOf < question.asOf ? (
        <p className="text-xs text-slate-600 dark:text-slate-400">
          {asOfNote(asOf, { ...question, filters: [] }, { locale, t })}
        </p>
      ) : null}
      <VerdictLine figures={now.figures} channels={channels} horizon={question.horizon} {...{ locale, t }} />
      <OverviewChart
        now={now}
        before={before === null ? null : { steps: before.steps }}
        {...{ grain: question.grain, zone: question.zone, notes: notes.marks }}
      />
      {notes.card}
      {money === null ? null : <MoneyCard {...{ money, currency, locale, t }} />}
      <h2 className="text-sm font-semibold">{t("overview.allTime")}</h2>
      <ShapeStats shape={shape} locale={locale} t={t} />
      <SetAside {...shape} t={t} />
      <ExportLinks base={base} />
    </div>
  );
}
