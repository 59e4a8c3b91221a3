import Link from "next/link";
import { ComparisonCard } from "#components/metrics/comparison-card.tsx";
import { OutcomesCard } from "#components/metrics/outcomes-card.tsx";
import { PlanCard } from "#components/metrics/plan-card.tsx";
import { SplitBanner, SplitCard } from "#components/metrics/split-card.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import type { ArmsAnswer } from "#lib/answers/arms/answer.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** The test of a campaign's variants, whether its split is sound, and what the next one would take. */
export function VariantsSection(props: {
  readonly arms: ArmsAnswer;
  readonly currency: string | null;
  /** Where the day and the split are laid down; null for whoever may not. */
  readonly editHref: string | null;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const { arms, currency, editHref, locale, t } = props;
  const { variants, channels, split } = arms;
  const isTested = split !== null;
  return (
    <section className="space-y-6" aria-labelledby="variants">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0 max-w-3xl">
          <h2 id="variants" className="text-lg font-semibold">
            {t("experiment.title")}
          </h2>
          <p className="mt-1 text-sm text-slate-600 dark:text-slate-400">{t("experiment.text")}</p>
        </div>
        {editHref === null ? null : (
          <Link href={editHref} className={`${buttonClass("secondary")} print:hidden`}>
            {t("experiment.edit")}
          </Link>
        )}
      </header>
      {split === null ? null : <SplitBanner split={split} t={t} />}
      {isTested
        ? variants.map((data) =>
            data.measure === "k" ? <ComparisonCard key="k" {...{ data, locale, t }} /> : null,
          )
        : null}
      {isTested ? <OutcomesCard comparisons={variants} {...{ currency, locale, t }} /> : null}
      {split === null ? null : <SplitCard {...{ split, locale, t }} />}
      <PlanCard comparisons={isTested ? variants : channels} {...{ locale, t }} />
    </section>
  );
}
