import type { Metadata } from "next";
import { bindAsk } from "#app/_answers/ask.ts";
import { readQuestion } from "#app/_answers/read-question.ts";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { OrphanNote } from "#app/w/_server/orphan-note.tsx";
import { ProxyNote } from "#app/w/_server/proxy-note.tsx";
import { Soon } from "#app/w/_server/soon.tsx";
import { IntegrityCard } from "#components/collect/integrity-card.tsx";
import { ApartTables, SourceTable, StageFigures, TroubleTable } from "#components/collect/quality-view.tsx";
import { QuarantineCard } from "#components/collect/quarantine-card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listQuarantined } from "#db/queries/intake/list-quarantined.ts";
import { readIntakeReport } from "#db/queries/intake/read-intake-report.ts";
import { NO_SHARES } from "#lib/domain/intake-report.ts";
import { retryQuarantine } from "../_actions/retry-quarantine.ts";

const SHOWN = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("collect.quality.title") };
}

export default async function QualityPage(page: { params: Parameters<typeof currentCampaign>[0] }) {
  return <Soon content={content(await currentCampaign(page.params))} bar={null} />;
}

async function content({ scope, campaign, base }: Awaited<ReturnType<typeof currentCampaign>>) {
  const of = { campaignId: campaign.id };
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const { question } = readQuestion(scope, campaign, new URLSearchParams());
  const ask = question === null ? null : bindAsk(scope, question);
  const [integrity, apart] = await Promise.all([
    ask?.("integrity") ?? null,
    ask?.("shares-apart") ?? NO_SHARES,
  ]);
  const report = { ...readIntakeReport(scope, of), ...apart };
  if (report.sources.length === 0 && (integrity === null || integrity.shares === 0))
    return <EmptyState title={t("collect.quality.empty.title")} text={t("collect.quality.empty.text")} />;
  const reading = await currentScope(scope.workspaceSlug, "events.read");
  const events = listQuarantined(reading, { ...of, most: SHOWN });
  const canRetry = scope.permissions.has("events.write");
  const again = retryQuarantine.bind(null, scope.workspaceSlug, campaign.id, `${base}/collect/quality`);
  const shown = { report, zone: scope.zone, locale, t };
  return (
    <div className="grid grid-cols-1 gap-5">
      <PageHeader level={2} title={t("collect.quality.title")} text={t("collect.quality.text")} />
      <ProxyNote permissions={scope.permissions} home={base} />
      <OrphanNote ask={ask} />
      {report.sources.length === 0 ? null : <SourceTable {...shown} />}
      {report.sources.some(({ source }) => source !== "import") ? (
        <StageFigures stages={apart.stages} locale={locale} t={t} />
      ) : null}
      {integrity === null || integrity.shares === 0 ? null : (
        <IntegrityCard integrity={integrity} base={base} locale={locale} t={t} />
      )}
      <TroubleTable {...shown} />
      <QuarantineCard kept={report.kept} events={events} zone={scope.zone} retry={canRetry ? again : null} />
      <ApartTables {...shown} />
    </div>
  );
}
