import { Card } from "#components/ui/card.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import type { FileInspection } from "#lib/sources/file-inspection.ts";
import type { ImportRecord } from "#lib/sources/import-record.ts";
import { NOT_SURVEYED } from "#lib/sources/reading.ts";
import { timeZones } from "#lib/time/time-zones.ts";
import type { CheckAction } from "./column-form.ts";
import { ColumnsForm } from "./columns-form.tsx";
import { FileFaultNote } from "./file-fault-note.tsx";
import type { StepAction } from "./import-step.ts";
import { SampleTable } from "./sample-table.tsx";
import { StepButton } from "./step-button.tsx";

const SAMPLE_ROWS = 5;

interface ColumnsStepProps {
  readonly row: ImportRecord;
  /** Null when the uploaded file is gone. */
  readonly file: FileInspection | null;
  readonly check: CheckAction;
  readonly discard: StepAction;
  readonly t: Translate;
}

/** Step 1: what the columns of the file mean. */
export function ColumnsStep({ row, file, check, discard, t }: ColumnsStepProps) {
  const { mapping, zone, policy } = row;
  const { choices } = row.reading ?? NOT_SURVEYED;
  const discardButton = <StepButton action={discard} label={t("imports.discard")} variant="secondary" />;
  if (file === null)
    return (
      <Card title={t("imports.columns.title")} actions={discardButton}>
        <p role="alert">{t("imports.columns.gone")}</p>
      </Card>
    );
  return (
    <div className="space-y-6">
      <Card title={t("imports.columns.title")} note={t("imports.columns.text")} actions={discardButton}>
        {row.fault !== null ? <FileFaultNote row={row} fault={row.fault} t={t} /> : null}
        <ColumnsForm
          header={file.header.filter((name) => name.trim() !== "")}
          settings={{ mapping, zone, choices, policy }}
          zones={timeZones()}
          action={check}
        />
      </Card>
      <Card title={t("imports.columns.sample")}>
        <SampleTable
          label={t("imports.columns.sample")}
          header={file.header}
          rows={file.sample.slice(0, SAMPLE_ROWS)}
        />
      </Card>
    </div>
  );
}
