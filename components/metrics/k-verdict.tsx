import { surfaceClass } from "#components/ui/surface-class.ts";
import type { ViralCoefficient } from "#lib/answers/spread/viral-coefficient.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { KScale } from "./k-scale.tsx";
import { verdictWords } from "./verdict-words.ts";

interface VerdictProps {
  readonly data: Pick<ViralCoefficient, "asOf" | "horizon" | "k" | "sharers" | "seeds" | "cascades">;
  readonly zone: string;
  readonly locale: Locale;
  readonly t: Translate;
}

/** What the interval of K allows to say, in words, beside K on its scale. */
export function KVerdict({ data, zone, locale, t }: VerdictProps) {
  const { k, asOf, horizon, sharers, seeds, cascades } = data;
  const { title, sentence } = verdictWords(k, { horizon, locale, t });
  return (
    <section
      className={`${surfaceClass} grid items-center gap-x-10 gap-y-4 p-4 sm:px-5 sm:py-6 lg:grid-cols-2`}
    >
      <div>
        <h2 className="text-xl font-semibold tracking-tight">{title}</h2>
        <p className="mt-2 max-w-xl leading-relaxed text-slate-700 dark:text-slate-300">{sentence}</p>
        <p className="mt-3 text-xs text-slate-500 dark:text-slate-400">
          {t("metrics.viral.basis", { sharers, seeds, cascades })}{" "}
          {t("metrics.asOf", {
            time: formatDateTime(asOf, locale, zone),
            zone: t("common.zone", { zone }),
          })}
        </p>
      </div>
      {k.value === null ? null : <KScale k={k} locale={locale} t={t} />}
    </section>
  );
}
