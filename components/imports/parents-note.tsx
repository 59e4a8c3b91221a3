import type { ParentReport } from "#lib/domain/parent-report.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { StepAction } from "./import-step.ts";
import { parentText } from "./parent-text.ts";
import { StepButton } from "./step-button.tsx";

interface ParentsNoteProps {
  readonly parents: ParentReport;
  /** Takes what would find the parents and has the file checked anew; null where that can no longer be. */
  readonly apply: StepAction | null;
  readonly locale: Locale;
  readonly t: Translate;
}

/** What was found of the parents of a file, and what would find those that are unknown. */
export function ParentsNote({ parents: { cure, applied }, apply, locale, t }: ParentsNoteProps) {
  if (applied !== null)
    return <p className="text-sm">{parentText("parents.applied", applied, { locale, t })}</p>;
  if (cure === null) return <p className="text-sm">{t("parents.nothing")}</p>;
  return (
    <div className="space-y-3 rounded-md bg-amber-50 px-4 py-3 text-sm text-amber-900 dark:bg-amber-950 dark:text-amber-100">
      <p>{parentText("parents.cure", cure, { locale, t })}</p>
      {apply === null ? (
        <p>{t("parents.afterwards")}</p>
      ) : (
        <StepButton action={apply} label={t("parents.apply")} variant="secondary" />
      )}
    </div>
  );
}
