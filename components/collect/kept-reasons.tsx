import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { IntakeReason } from "#lib/domain/intake.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { reasonText } from "./reason-text.ts";

/** What lies in quarantine by reason; each can be forgotten, once its reader has said so twice. */
export function KeptReasons(props: {
  reasons: Readonly<Partial<Record<IntakeReason, number>>>;
  empty: (form: FormData) => Promise<void>;
  locale: Locale;
  t: Translate;
}) {
  const { reasons, empty, locale, t } = props;
  const counts = Object.entries(reasons) as [IntakeReason, number][];
  if (counts.length === 0) return null;
  return (
    <Card title={t("collect.kept.title")} note={t("collect.kept.text")}>
      <ul className="grid gap-2">
        {counts.map(([reason, count]) => (
          <li key={reason}>
            <details className="rounded-lg border border-slate-200 p-3 dark:border-slate-700">
              <summary className="cursor-pointer text-sm">
                <span className="inline-block first-letter:uppercase">{reasonText(reason, "", t)}</span>{" "}
                <span className="tabular-nums">({formatNumber(count, locale)})</span>
              </summary>
              <form action={empty} className="mt-3 flex flex-wrap items-center gap-3">
                <input type="hidden" name="reason" value={reason} />
                <p className="min-w-56 flex-1 text-sm text-slate-600 dark:text-slate-400">
                  {t("collect.kept.sure", { count })}
                </p>
                <Button type="submit" variant="secondary">
                  {t("collect.kept.empty")}
                </Button>
              </form>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
