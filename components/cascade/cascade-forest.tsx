import Link from "next/link";
import { ChoiceLinks } from "#components/layout/choice-links.tsx";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import { cascadeFilterQuery } from "#lib/explorer/cascade-filter-query.ts";
import type { CascadeFilter, CascadeSort } from "#lib/explorer/cascade-sort.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const WIDTH = 160;
const MOST_BANDS = 100;
const HEIGHT = 96;
const SORTS = ["size", "virality", "speed", "depth", "started"] as const satisfies readonly CascadeSort[];
const SORT_LABELS: Readonly<Record<(typeof SORTS)[number], MessageKey>> = {
  size: "cascades.column.size",
  virality: "cascades.column.virality",
  speed: "cascades.column.speed",
  depth: "cascades.column.depth",
  started: "cascades.column.started",
};

/** A campaign's cascades as small multiples: how wide each generation is, from the seed at the top down. */
export function CascadeForest(props: {
  rows: readonly CascadeRow[];
  filter: CascadeFilter;
  /** Path of the list, without a query. */
  path: string;
  locale: Locale;
  t: Translate;
}) {
  const { rows, filter, path, locale, t } = props;
  const widest = Math.max(1, ...rows.map(({ maxBreadth }) => maxBreadth));
  const sorts = SORTS.map((sort) => ({
    href: path + cascadeFilterQuery({ ...filter, sort, order: "desc", page: 1 }),
    label: t(SORT_LABELS[sort]),
    isCurrent: sort === filter.sort,
  }));
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-xl text-xs text-slate-600 dark:text-slate-400">{t("cascades.forest.note")}</p>
        <div className="max-w-full overflow-x-auto">
          <ChoiceLinks label={t("cascades.forest.sort")} choices={sorts} />
        </div>
      </div>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {rows.map((row) => (
          <li key={row.root}>
            <Link
              href={`${path}/${encodeURIComponent(row.root)}${filter.asked === undefined ? "" : `?${filter.asked}`}`}
              prefetch={false}
              className="block h-full rounded-lg border border-slate-200 p-2.5 hover:border-slate-400 hover:bg-slate-50 dark:border-slate-800 dark:hover:border-slate-600 dark:hover:bg-slate-800/50"
            >
              <Silhouette breadths={row.breadths} widest={widest} />
              <span className="mt-2 block truncate text-xs font-medium">
                <bdi dir="ltr">{row.root}</bdi> · <bdi>{row.channel}</bdi>
              </span>
              <span className="block text-xs text-slate-600 dark:text-slate-400">
                {t("cascades.forest.one", { size: row.size, generations: row.depth + 1 })}
                {row.structuralVirality === null
                  ? null
                  : ` · ${t("cascades.column.virality")} ${formatRatio(row.structuralVirality, locale)}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** No more bands than can be told apart: of several generations, the widest. */
function firstBands(breadths: readonly number[]): number[] {
  const step = Math.ceil(breadths.length / MOST_BANDS);
  return Array.from({ length: Math.ceil(breadths.length / step) }, (_, band) =>
    breadths.slice(band * step, (band + 1) * step).reduce((widest, breadth) => Math.max(widest, breadth), 0),
  );
}

/** Bands from the seed down; a deep cascade has thin ones, so that all of it stands in the same box. */
function Silhouette({ breadths, widest }: { breadths: readonly number[]; widest: number }) {
  const bands = firstBands(breadths);
  const height = Math.min(14, HEIGHT / bands.length);
  const gap = height > 3 ? 1 : 0;
  return (
    <svg aria-hidden="true" data-chart viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-24 w-full">
      {bands.map((breadth, generation) => {
        const width = Math.max(2, WIDTH * Math.sqrt(breadth / widest));
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a generation is its place
            key={generation}
            x={(WIDTH - width) / 2}
            y={generation * height}
            width={width}
            height={Math.max(0.5, height - gap)}
            rx={Math.min(2, height / 3)}
            className={
              generation === 0
                ? "fill-slate-500 dark:fill-slate-400"
                : generation % 2 === 1
                  ? "fill-teal-600 dark:fill-teal-500"
                  : "fill-teal-500 dark:fill-teal-400"
            }
          />
        );
      })}
    </svg>
  );
}
