import type { Translate } from "#lib/i18n/translator.ts";

/** Marks what a simulator made. */
export function SimulatedChip({ t }: { t: Translate }) {
  return (
    <span
      title={t("common.simulatedText")}
      className="rounded-full bg-amber-100 px-2 py-0.5 text-xs font-medium text-amber-900 dark:bg-amber-950 dark:text-amber-200"
    >
      {t("common.simulated")}
    </span>
  );
}
