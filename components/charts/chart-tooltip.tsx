import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { LOCALES } from "#lib/i18n/locales.ts";
import type { TwinColumn } from "./table-twin.tsx";

interface TooltipProps<R> {
  /** Columns of the chart's table twin; the first one's cell is the heading here. */
  readonly columns: readonly TwinColumn<R>[];
  /** Set by Recharts: the point under the pointer or the keyboard's cursor, which holds its row of the twin. */
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: { readonly row?: R } }[];
}

/** A row of the table twin at the point it belongs to, in the direction of the language; dashes are left out. */
export function ChartTooltip<R>({ columns, active, payload }: TooltipProps<R>) {
  const { locale, t } = useLanguage();
  const row = payload?.[0]?.payload?.row;
  if (active !== true || row === undefined) return null;
  const [heading, ...figures] = columns.map(({ title, cell }) => ({ title, text: cell(row) }));
  return (
    <div
      dir={LOCALES[locale].direction}
      className="rounded-lg border border-slate-200 bg-white px-3 py-2 text-xs text-slate-900 shadow-lg dark:border-slate-700 dark:bg-slate-900 dark:text-slate-100"
    >
      <p className="mb-1 font-semibold">{heading?.text}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-0.5">
        {figures.map(({ title, text }) =>
          text === t("common.none") ? null : (
            <div key={title} className="contents">
              <dt className="text-slate-600 dark:text-slate-400">{title}</dt>
              <dd className="text-end font-medium tabular-nums">{text}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
