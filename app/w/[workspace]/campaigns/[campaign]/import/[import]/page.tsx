import type { Metadata } from "next";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { samePersonScope } from "#app/_server/same-person-scope.ts";
import { ChannelNames } from "#app/w/_server/channel-names.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { ImportRow } from "#db/import/find-import.ts";
import { listChannelMerges } from "#db/queries/channels/list-channel-merges.ts";
import { findMapping } from "#db/queries/imports/find-mapping.ts";
import { type ChannelMerge, mergedCounts } from "#lib/domain/channel-merge.ts";
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
  const reading = await currentScope(workspace, "campaigns.read", here);
  const row = withMerges(readImportPage(scope, at), listChannelMerges(reading));
  const [t, locale] = [await requestTranslate(), await requestLocale()];
  const columns = (await searchParams).columns !== undefined;
  const canWrite = scope.permissions.has("events.write");
  return (
    <>
      <PageHeader level={2} title={row.fileName} text={t(`imports.status.${row.status}`)} />
      <ImportView
        {...{ row, workspace, columns, canWrite, zone: scope.zone, locale, t }}
        savedFor={(header) => findMapping(samePersonScope(scope, "events.write"), { header })}
      />
      {row.status === "checked" && row.report !== null && !columns ? (
        <div className="mt-6">
          <ChannelNames scope={reading} channels={row.report.channels} path={here} />
        </div>
      ) : null}
    </>
  );
}

/** The import with the channels of its report as they count in the workspace. */
function withMerges(row: ImportRow, merges: readonly ChannelMerge[]): ImportRow {
  if (row.report === null) return row;
  return { ...row, report: { ...row.report, channels: mergedCounts(row.report.channels, merges) } };
}
