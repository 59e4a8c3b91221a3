import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { FormatGuide } from "#components/imports/format-guide.tsx";
import { ImportList } from "#components/imports/import-list.tsx";
import { UploadZone } from "#components/imports/upload-zone.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listImports } from "#db/queries/imports/list-imports.ts";
import { moveImport } from "./_actions/move-import.ts";

interface UploadPageProps {
  readonly params: Promise<{ workspace: string; campaign: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("imports.title") };
}

export default async function UploadPage({ params }: UploadPageProps) {
  const { workspace, campaign } = await params;
  const campaignId = Number(campaign);
  if (!Number.isSafeInteger(campaignId)) notFound();
  const here = `/w/${workspace}/campaigns/${campaign}/import`;
  const scope = await currentScope(workspace, "events.read", here);
  const canWrite = scope.permissions.has("events.write");
  const [t, locale] = [await requestTranslate(), await requestLocale()];
  const rows = listImports(scope, { campaignId });
  const undoOf = (importId: number) => moveImport.bind(null, { workspace, campaign, importId, step: "undo" });
  const uploadUrl = `/api/w/${workspace}/imports?campaign=${campaignId}`;
  return (
    <div className="space-y-6">
      <PageHeader
        level={2}
        title={t("imports.title")}
        text={t(canWrite ? "imports.text" : "imports.viewer")}
      />
      {canWrite ? <UploadZone uploadUrl={uploadUrl} importsPath={here} /> : null}
      <FormatGuide t={t} />
      <Card title={t("imports.list.title")} note={t("common.zone", { zone: scope.zone })}>
        <ImportList
          {...{ rows, zone: scope.zone, locale, t }}
          importsHref={here}
          undoOf={canWrite ? undoOf : null}
        />
      </Card>
    </div>
  );
}
