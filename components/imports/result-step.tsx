import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { ImportRecord } from "#lib/sources/import-record.ts";
import { fileFaultText } from "./file-fault-text.ts";
import type { StepAction } from "./import-step.ts";
import { ParentsNote } from "./parents-note.tsx";
import { ReadingNotes } from "./reading-notes.tsx";
import { UndoButton } from "./undo-button.tsx";

interface ResultStepProps {
  readonly row: ImportRecord;
  readonly campaignHref: string;
  readonly importsHref: string;
  readonly errorsHref: string;
  readonly undo: StepAction;
  readonly canWrite: boolean;
  readonly locale: Locale;
  readonly t: Translate;
}

const COUNTS = ["received", "accepted", "duplicate", "quarantined", "refused"] as const;
const TITLES = {
  failed: "imports.result.failed",
  cancelled: "imports.result.cancelled",
  undone: "imports.result.undone",
} as const;

function isUnsuccessful(status: string): status is keyof typeof TITLES {
  return status in TITLES;
}

/** Step 4: what an import brought, or why it brought nothing. */
export function ResultStep(props: ResultStepProps) {
  const { row, campaignHref, importsHref, errorsHref, undo, canWrite, locale, t } = props;
  const { status, fault } = row;
  const title = isUnsuccessful(status) ? TITLES[status] : "imports.result.done";
  const isBack = status === "cancelled" || status === "undone";
  const canUndo = canWrite && (status === "done" || (status === "failed" && row.accepted > 0));
  return (
    <Card title={t(title)}>
      <div className="space-y-6">
        {fault !== null ? (
          <div
            role="alert"
            dir="auto"
            className="space-y-1 text-sm font-medium text-rose-700 dark:text-rose-400"
          >
            <p>{t("imports.result.fault", { file: row.fileName, reason: fileFaultText(fault, t) })}</p>
            {status === "done" ? <p>{t("imports.result.partial")}</p> : null}
          </div>
        ) : null}
        {!isBack && row.report?.parents?.cure ? (
          <ParentsNote parents={row.report.parents} apply={null} locale={locale} t={t} />
        ) : null}
        {isBack ? (
          <p className="text-sm">
            {t(status === "undone" ? "imports.result.undoneText" : "imports.result.cancelledText")}
          </p>
        ) : (
          <>
            <ResultCounts row={row} locale={locale} t={t} />
            {row.conflicts > 0 ? (
              <p className="rounded-md bg-amber-50 px-4 py-3 text-sm text-amber-900 dark:bg-amber-950 dark:text-amber-100">
                {t("imports.report.conflicts", { count: row.conflicts })}
              </p>
            ) : null}
            <ReadingNotes row={row} t={t} />
          </>
        )}
        <div className="flex flex-wrap items-start gap-2">
          <Link href={campaignHref} className={buttonClass()}>
            {t("imports.result.overview")}
          </Link>
          {!isBack && row.quarantined > 0 ? (
            <a href={errorsHref} download className={buttonClass("secondary")}>
              {t("imports.result.errors")}
            </a>
          ) : null}
          <Link href={importsHref} className={buttonClass("secondary")}>
            {t("imports.result.again")}
          </Link>
          {canUndo ? (
            <UndoButton
              action={undo}
              label={t("imports.undo")}
              fileName={row.fileName}
              count={row.accepted}
            />
          ) : null}
        </div>
      </div>
    </Card>
  );
}

function ResultCounts({ row, locale, t }: Pick<ResultStepProps, "row" | "locale" | "t">) {
  const words = Object.fromEntries(COUNTS.map((name) => [name, formatNumber(row[name], locale)]));
  return (
    <div className="space-y-3">
      <StatGrid columns={5}>
        {COUNTS.map((name) => (
          <Stat
            key={name}
            label={t(`imports.result.${name}`)}
            value={formatNumber(row[name], locale)}
            {...(name === "quarantined" ? { note: t("imports.result.quarantinedNote") } : {})}
            {...(name === "refused" ? { note: t("imports.result.refusedNote") } : {})}
          />
        ))}
      </StatGrid>
      <p className="text-sm text-slate-600 dark:text-slate-400">{t("imports.result.sum", words)}</p>
    </div>
  );
}
