import type { Translate } from "#lib/i18n/translator.ts";

/** That what passed between events is known to a day only; nothing where times have hours. */
export function WholeDaysNote({ isTold, t }: { isTold: boolean; t: Translate }) {
  if (!isTold) return null;
  return (
    <p
      role="note"
      data-whole-days
      className="mb-6 rounded-lg border border-slate-300 bg-slate-50 px-4 py-3 text-sm text-slate-800 dark:border-slate-700 dark:bg-slate-900 dark:text-slate-200"
    >
      {t("imports.wholeDays")}
    </p>
  );
}
