import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { LOCALES } from "#lib/i18n/locales.ts";

interface TooltipProps {
  /** Heads of the chart's table twin; the first one's cell is the heading here. */
  readonly head: readonly string[];
  /** Set by Recharts: the row under the pointer or the keyboard's cursor, which holds its `cells`. */
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: { readonly cells?: readonly string[] } }[];
}

/** A row of the table twin at the point it belongs to, in the direction of the language; dashes are left out. */
export function ChartTooltip({ head, active, payload }: TooltipProps) {
  const { locale, t } = useLanguage();
  const cells = payload?.[0]?.payload?.cells;
  if (active !== true || cells === undefined) return null;
  return (
    <div
      dir={LOCALES[locale].direction}
      className="rounded-lg border border-slate-200 bg-white px-3 py-2 text-xs text-slate-900 shadow-lg dark:border-slate-700 dark:bg-slate-900 dark:text-slate-100"
    >
      <p className="mb-1 font-semibold">{cells[0]}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-0.5">
        {head.map((name, column) =>
          column === 0 || cells[column] === t("common.none") ? null : (
            <div key={name} className="contents">
              <dt className="text-slate-600 dark:text-slate-400">{name}</dt>
              <dd className="text-end font-medium tabular-nums">{cells[column]}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
