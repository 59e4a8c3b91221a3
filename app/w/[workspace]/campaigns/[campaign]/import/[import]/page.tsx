import type { Metadata } from "next";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ImportView } from "./import-view.tsx";
import { readImportPage } from "./read-import-page.ts";

interface ImportPageProps {
  readonly params: Promise<{ workspace: string; campaign: string; import: string }>;
  readonly searchParams: Promise<{ columns?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("imports.title") };
}

export default async function ImportPage({ params, searchParams }: ImportPageProps) {
  const { workspace, ...at } = await params;
  const here = `/w/${workspace}/campaigns/${at.campaign}/import/${at.import}`;
  const scope = await currentScope(workspace, "events.read", here);
  const row = readImportPage(scope, at);
  const [t, locale] = [await requestTranslate(), await requestLocale()];
  const columns = (await searchParams).columns !== undefined;
  const canWrite = scope.permissions.has("events.write");
  return (
    <>
      <PageHeader level={2} title={row.fileName} text={t(`imports.status.${row.status}`)} />
      <ImportView {...{ row, workspace, columns, canWrite, zone: scope.zone, locale, t }} />
    </>
  );
}
