import { ColumnsStep } from "#components/imports/columns-step.tsx";
import { importStateOf } from "#components/imports/import-state-of.ts";
import type { ImportStep } from "#components/imports/import-step.ts";
import { ProgressStep } from "#components/imports/progress-step.tsx";
import { ReportStep } from "#components/imports/report-step.tsx";
import { ResultStep } from "#components/imports/result-step.tsx";
import type { ImportRow } from "#db/import/find-import.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { SavedMapping } from "#lib/sources/saved-mapping.ts";
import { checkImport } from "../_actions/check-import.ts";
import { moveImport } from "../_actions/move-import.ts";
import { rereadImport } from "../_actions/reread-import.ts";
import { inspectUpload } from "./inspect-upload.ts";

interface ImportViewProps {
  readonly row: ImportRow;
  readonly workspace: string;
  /** Whether the columns were asked for, though the file has been checked. */
  readonly columns: boolean;
  readonly canWrite: boolean;
  readonly zone: string;
  readonly locale: Locale;
  readonly t: Translate;
  /** What the columns meant of an earlier file with the same headings. */
  readonly savedFor: (header: readonly string[]) => SavedMapping | null;
}

const UNDER_WAY = ["checking", "queued", "importing", "undoing"];

/** The step that an import is at. */
export async function ImportView(props: ImportViewProps) {
  const { row, workspace, columns, canWrite, zone, locale, t, savedFor } = props;
  const at = { workspace, campaign: String(row.campaignId), importId: row.id };
  const action = (step: ImportStep) => moveImport.bind(null, { ...at, step });
  const campaignHref = `/w/${workspace}/campaigns/${row.campaignId}`;
  const importsHref = `${campaignHref}/import`;
  const api = `/api/w/${workspace}/imports/${row.id}`;
  const words = { locale, t };
  if (UNDER_WAY.includes(row.status)) {
    const cancel = canWrite ? action("cancel") : null;
    const initial = importStateOf(row, Date.now());
    return <ProgressStep key={row.status} url={api} initial={initial} cancel={cancel} />;
  }
  if (row.status === "checked" && row.report !== null && !columns) {
    const actions = { start: action("start"), cure: action("cure"), discard: action("discard") };
    const columnsHref = `${importsHref}/${row.id}?columns=1`;
    return <ReportStep {...{ row, report: row.report, columnsHref, canWrite, zone, ...words, ...actions }} />;
  }
  if (row.status === "uploaded" || row.status === "checked") {
    if (!canWrite) return <p className="text-sm">{t("imports.viewer")}</p>;
    const file = await inspectUpload(row);
    const saved = file === null ? null : savedFor(file.header);
    const actions = { forget: action("forget"), discard: action("discard") };
    return (
      <ColumnsStep
        {...{ row, file, saved, t, ...actions }}
        now={Date.now()}
        check={checkImport.bind(null, at)}
        reread={rereadImport.bind(null, at)}
      />
    );
  }
  const hrefs = { campaignHref, importsHref, errorsHref: `${api}/errors` };
  return <ResultStep {...{ row, canWrite, ...hrefs, ...words }} undo={action("undo")} />;
}
