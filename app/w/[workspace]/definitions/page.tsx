import type { Metadata } from "next";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { DefinitionsView } from "#components/metrics/definitions-view.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { METRICS } from "#lib/metrics/registry.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("metrics.definitions.title") };
}

export default async function DefinitionsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  await currentScope(workspace, "campaigns.read", `/w/${encodeURIComponent(workspace)}/definitions`);
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const metrics = METRICS.map(({ id, unit, reference, name, explanation }) => {
    return { id, unit, reference, name: name[locale], explanation: explanation[locale] };
  });
  return (
    <>
      <PageHeader title={t("metrics.definitions.title")} text={t("metrics.definitions.text")} />
      <DefinitionsView metrics={metrics} />
    </>
  );
}
