import { useLanguage } from "#components/i18n/translate-provider.tsx";
import type { Annotation } from "#lib/domain/annotation.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";

/** What the numbered lines of a chart mark; nothing without notes. */
export function NoteKey({ notes, zone }: { notes: readonly Annotation[]; zone: string }) {
  const { locale, t } = useLanguage();
  if (notes.length === 0) return null;
  return (
    <ol aria-label={t("notes.title")} className="mt-3 grid gap-1 text-xs text-slate-600 dark:text-slate-400">
      {notes.map(({ id, at, text }, i) => (
        <li key={id} className="flex gap-2">
          <span className="w-4 shrink-0 text-end font-semibold tabular-nums">{i + 1}</span>
          <span>
            <time dateTime={new Date(at).toISOString()}>{formatDateTime(at, locale, zone)}</time>
            {" · "}
            <bdi>{text}</bdi>
          </span>
        </li>
      ))}
    </ol>
  );
}
