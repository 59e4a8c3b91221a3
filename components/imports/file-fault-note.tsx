import type { Translate } from "#lib/i18n/translator.ts";
import type { FileFault } from "#lib/sources/file-fault.ts";
import type { ImportRecord } from "#lib/sources/import-record.ts";
import { fileFaultText } from "./file-fault-text.ts";

/** What is wrong with a file, or asked of it. */
export function FileFaultNote(props: {
  row: Pick<ImportRecord, "fileName">;
  fault: FileFault;
  t: Translate;
}) {
  const { row, fault, t } = props;
  return (
    <p
      role="alert"
      dir="auto"
      className="mb-4 rounded-md bg-rose-50 px-4 py-3 text-sm text-rose-900 dark:bg-rose-950 dark:text-rose-100"
    >
      {t("imports.result.fault", { file: row.fileName, reason: fileFaultText(fault, t) })}
    </p>
  );
}
