import type { Translate } from "#lib/i18n/translator.ts";
import type { ImportRecord } from "#lib/sources/import-record.ts";
import { readingNotes } from "#lib/sources/reading-notes.ts";

/** How the columns of an import's file were read, where a figure may hang on it. */
export function ReadingNotes({ row, t }: { row: Pick<ImportRecord, "reading">; t: Translate }) {
  const forms = row.reading?.forms ?? null;
  const notes = forms === null ? [] : readingNotes(forms);
  if (notes.length === 0) return null;
  return (
    <ul className="list-disc space-y-1 ps-5 text-sm text-slate-700 dark:text-slate-300">
      {notes.map((note) => (
        <li key={note}>{t(`imports.reading.${note}`)}</li>
      ))}
    </ul>
  );
}
