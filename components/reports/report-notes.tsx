import { Card } from "#components/ui/card.tsx";
import type { Annotation } from "#lib/domain/annotation.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What the team did in a report's days. */
export function ReportNotes(props: {
  notes: readonly Annotation[];
  zone: string;
  locale: Locale;
  t: Translate;
}) {
  const { notes, zone, locale, t } = props;
  return (
    <Card title={t("notes.title")} note={t("common.zone", { zone })}>
      {notes.length === 0 ? (
        <p className="text-sm text-slate-600 dark:text-slate-400">{t("reports.public.noNotes")}</p>
      ) : (
        <ul className="grid gap-2 text-sm">
          {notes.map(({ id, at, text, kind }) => (
            <li key={id}>
              <bdi>{text}</bdi>
              <span className="ms-2 whitespace-nowrap text-xs text-slate-600 dark:text-slate-400">
                {t(`notes.kind.${kind}`)} · {formatDateTime(at, locale, zone)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
