import type { Translate } from "#lib/i18n/translator.ts";
import { KNOWN_EXPORTS } from "#lib/sources/known-exports/registry.ts";

/** Names the known export that a file seems to be, and says what can be learnt from it. */
export function ExportNote({ known: id, t }: { known: string | null; t: Translate }) {
  const known = KNOWN_EXPORTS.find((one) => one.id === id);
  if (known === undefined) return null;
  return (
    <p className="mb-4 rounded-md bg-teal-50 px-4 py-3 text-sm text-teal-950 dark:bg-teal-950 dark:text-teal-50">
      <strong className="font-semibold">{t("exports.looks", { name: known.name })}</strong> {t(known.learn)}
    </p>
  );
}
