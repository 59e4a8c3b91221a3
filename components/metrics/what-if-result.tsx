import { drawnText } from "#components/charts/drawn-text.ts";
import { TableTwin } from "#components/charts/table-twin.tsx";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import type { Scenario, WhatIf } from "#lib/estimators/what-if.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";

/** The expected size of an imagined campaign, now in numbers and generation by generation. */
export function WhatIfResult({ scenario, result }: { scenario: Scenario; result: WhatIf }) {
  const { locale, t } = useLanguage();
  const { newShares, total, eventual } = result;
  const isBounded = Number.isFinite(eventual);
  const { cap, seeds, generations } = scenario;
  const whole = (value: number) => formatNumber(Math.round(value), locale);
  const notes = [
    ...(isBounded && seeds > 0
      ? [t("metrics.whatIf.perSeed", { count: formatRatio(eventual / seeds, locale) })]
      : []),
    ...(cap === null ? [] : [t("metrics.whatIf.saturated", { part: formatPercent(eventual / cap, locale) })]),
  ];
  const reached = newShares.map((_, index) =>
    newShares.slice(0, index + 1).reduce((sum, born) => sum + born, 0),
  );
  // Imagined, not measured: there is no table of it, and no file.
  const rows = newShares.map((born, generation) => ({ generation, born, shares: reached[generation] ?? 0 }));
  return (
    <div className="flex min-w-0 flex-col">
      <dl className="grid grid-cols-2 gap-4" aria-live="polite">
        <div>
          <dt className="text-xs font-medium text-slate-600 dark:text-slate-400">
            {t("metrics.whatIf.eventual")}
          </dt>
          <dd className="mt-1 text-3xl font-semibold tabular-nums tracking-tight">
            {isBounded ? whole(eventual) : t("metrics.whatIf.unbounded")}
          </dd>
          <dd className="mt-0.5 text-xs text-slate-500 dark:text-slate-400">
            {isBounded ? notes.join(" · ") : t("metrics.whatIf.unboundedText")}
          </dd>
        </div>
        <div>
          <dt className="text-xs font-medium text-slate-600 dark:text-slate-400">
            {t("metrics.whatIf.after", { generations })}
          </dt>
          <dd className="mt-1 text-3xl font-semibold tabular-nums tracking-tight">{whole(total)}</dd>
        </div>
      </dl>
      <GenerationBars newShares={newShares} label={t("metrics.whatIf.bars")} />
      <TableTwin
        summary={t("metrics.table")}
        columns={[
          {
            title: t("metrics.generations.generation"),
            cell: ({ generation }) => formatNumber(generation, locale),
          },
          { title: t("metrics.whatIf.newShares"), cell: ({ born }) => whole(born) },
          { title: t("metrics.generations.shares"), cell: ({ shares }) => whole(shares) },
        ]}
        rows={rows}
      />
    </div>
  );
}

function GenerationBars({ newShares, label }: { newShares: readonly number[]; label: string }) {
  const { locale } = useLanguage();
  const most = Math.max(1, ...newShares);
  const compact = (value: number) =>
    drawnText(formatNumber(Math.round(value), locale, { compact: true }), locale);
  return (
    <figure className="mt-6 grow">
      <figcaption className="text-xs font-medium text-slate-600 dark:text-slate-400">{label}</figcaption>
      <div dir="ltr" aria-hidden="true" className="mt-2 flex h-48">
        {newShares.map((born, generation) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a generation is its index
          <div key={generation} className="flex min-w-0 flex-1 flex-col items-center justify-end">
            <span className="text-[11px] tabular-nums text-slate-600 dark:text-slate-400 max-sm:hidden">
              {compact(born)}
            </span>
            <span
              style={{ height: `${(78 * born) / most}%` }}
              className={`mt-1 min-h-px w-4/5 max-w-14 rounded-t-sm ${generation === 0 ? "bg-slate-400 dark:bg-slate-500" : "bg-teal-600 dark:bg-teal-500"}`}
            />
            <span className="w-full border-t border-slate-300 pt-1 text-center text-[11px] tabular-nums text-slate-600 dark:border-slate-700 dark:text-slate-400">
              {generation}
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
}
