import { Card } from "#components/ui/card.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import type { FileInspection } from "#lib/sources/file-inspection.ts";
import type { ImportRecord } from "#lib/sources/import-record.ts";
import { NOT_SURVEYED } from "#lib/sources/reading.ts";
import type { SavedMapping } from "#lib/sources/saved-mapping.ts";
import { timeZones } from "#lib/time/time-zones.ts";
import type { CheckAction } from "./column-form.ts";
import { ColumnsForm } from "./columns-form.tsx";
import { ExportNote } from "./export-note.tsx";
import { FileFaultNote } from "./file-fault-note.tsx";
import { FormatNotes } from "./format-notes.tsx";
import type { StepAction } from "./import-step.ts";
import { SampleTable } from "./sample-table.tsx";
import type { ShapeAction, ShapeOptions } from "./shape-form.ts";
import { StepButton } from "./step-button.tsx";

const SAMPLE_ROWS = 5;

interface ColumnsStepProps {
  readonly row: ImportRecord;
  /** Null when the uploaded file is gone. */
  readonly file: FileInspection | null;
  /** What the columns meant of an earlier file with the same headings. */
  readonly saved: SavedMapping | null;
  /** UTC milliseconds. */
  readonly now: number;
  readonly check: CheckAction;
  readonly forget: StepAction;
  readonly discard: StepAction;
  readonly reread: ShapeAction;
  readonly t: Translate;
}

/** Step 1: what the columns of the file mean. */
export function ColumnsStep({ row, file, saved, now, check, forget, discard, reread, t }: ColumnsStepProps) {
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
        <FormatNotes file={file} t={t} />
        <ExportNote known={file.known} t={t} />
        <ColumnsForm
          key={JSON.stringify(file.format)}
          shape={shapeOptions(file)}
          head={{ header: file.header, rows: file.sample.slice(0, SAMPLE_ROWS), isTyped: isTyped(file) }}
          guess={{ mapping: file.mapping, guesses: file.guesses }}
          settings={{ mapping, zone, choices, policy }}
          zones={timeZones()}
          action={check}
          {...{ saved, now, forget, reread }}
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

function shapeOptions({ format, sheets, entries }: FileInspection): ShapeOptions {
  return { format, ...(sheets && { sheets }), ...(entries && { entries }) };
}

function isTyped({ format: { kind } }: FileInspection): boolean {
  return kind === "json" || kind === "ndjson";
}
