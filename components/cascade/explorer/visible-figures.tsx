import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { firstGenerations, MOST_GENERATIONS } from "#lib/cascade/first-generations.ts";
import type { VisibleFigures } from "#lib/explorer/measure-visible.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";

/** Figures side by side, a column each, and the breadth of every generation as bars. */
export function VisibleFiguresTable({
  columns,
  base,
}: {
  columns: readonly { name: string; figures: VisibleFigures }[];
  /** Generation of the top of what is measured: branches bear the same numbers as the picture. */
  base: number;
}) {
  const { locale, t } = useLanguage();
  const orNone = (value: number | null, format: (value: number) => string) =>
    value === null ? t("common.none") : format(value);
  const number = (value: number) => formatNumber(value, locale);
  const percent = (value: number) => formatPercent(value, locale);
  const rows: readonly [string, (figures: VisibleFigures) => string][] = [
    [t("cascades.column.size"), ({ size }) => number(size)],
    [t("cascades.column.sharers"), ({ sharers }) => number(sharers)],
    [t("cascades.column.depth"), ({ depth }) => number(depth)],
    [t("cascades.column.virality"), (of) => orNone(of.structuralVirality, number)],
    [t("cascades.figure.directShare"), (of) => orNone(of.directShare, percent)],
    [t("cascades.figure.largestBranch"), (of) => orNone(of.largestBranch, percent)],
    [t("cascades.figure.timeToHalf"), (of) => orNone(of.timeToHalf, (lag) => formatDuration(lag, locale))],
  ];
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="sr-only">{t("explorer.figures")}</caption>
      <thead className={columns.length === 1 ? "sr-only" : ""}>
        <tr>
          <th scope="col" className="text-start text-xs font-medium">
            {t("explorer.figure")}
          </th>
          {columns.map(({ name }) => (
            <th key={name} scope="col" className="max-w-32 truncate py-1 ps-3 text-end text-xs font-medium">
              <bdi>{name}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, read]) => (
          <tr key={label}>
            <th
              scope="row"
              className="py-1 text-start text-xs font-normal text-slate-600 dark:text-slate-400"
            >
              {label}
            </th>
            {columns.map(({ name, figures }) => (
              <td key={name} className="py-1 ps-3 text-end font-semibold">
                {read(figures)}
              </td>
            ))}
          </tr>
        ))}
        <BreadthRows columns={columns} base={base} />
      </tbody>
    </table>
  );
}

/** A row for each generation; the late ones in one. */
function BreadthRows({ columns, base }: Parameters<typeof VisibleFiguresTable>[0]) {
  const { locale, t } = useLanguage();
  const deepest = Math.max(...columns.map(({ figures }) => figures.breadths.length));
  const shown = columns.map(({ name, figures }) => ({ name, breadths: firstGenerations(figures.breadths) }));
  const widest = shown
    .flatMap(({ breadths }) => breadths)
    .reduce((most, breadth) => Math.max(most, breadth), 1);
  return Array.from({ length: Math.min(deepest, MOST_GENERATIONS) }, (_, generation) => {
    const isLater = generation === MOST_GENERATIONS - 1 && deepest > MOST_GENERATIONS;
    const name = t(isLater ? "explorer.later" : "cascades.picture.generation", {
      generation: base + generation,
    });
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the index is the generation
      <tr key={generation}>
        <th scope="row" className="text-start text-xs font-normal text-slate-600 dark:text-slate-400">
          {name}
        </th>
        {shown.map(({ name: column, breadths }) => (
          <td key={column} className="ps-3 text-end text-xs">
            <Breadth
              part={(breadths[generation] ?? 0) / widest}
              text={formatNumber(breadths[generation] ?? 0, locale)}
            />
          </td>
        ))}
      </tr>
    );
  });
}

/** Shares of one generation, beside a bar as long as their part of the widest one. */
function Breadth({ part, text }: { part: number; text: string }) {
  return (
    <span className="flex items-center justify-end gap-2">
      <span
        aria-hidden="true"
        className="h-2 rounded-sm bg-teal-600 dark:bg-teal-400"
        style={{ width: `${72 * part}px` }}
      />
      {text}
    </span>
  );
}
