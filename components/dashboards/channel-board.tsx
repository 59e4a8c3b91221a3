import Link from "next/link";
import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { EstimateText } from "#components/metrics/estimate-text.tsx";
import { PooledText } from "#components/metrics/pooled-text.tsx";
import { FilterLink } from "#components/query/filter-link.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ChannelBoard as Board, ChannelRow } from "#lib/answers/channels/answer.ts";
import {
  BOARD_COLUMNS,
  type BoardColumn,
  type BoardSort,
  POOLED_COLUMNS,
  POOLED_OF,
} from "#lib/answers/channels/sort-board.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface ChannelBoardProps {
  readonly board: Board;
  readonly sort: BoardSort;
  /** Where the page goes when it is sorted by a column. */
  readonly sortHref: (column: BoardColumn) => string;
  readonly note: string;
  readonly currency: string | null;
  readonly locale: Locale;
  readonly t: Translate;
}

/** Every channel with its people, rates, K, pace and price; heads sort, names filter. */
export function ChannelBoard({ board, sort, sortHref, note, ...written }: ChannelBoardProps) {
  const { t } = written;
  const { rows, pooling } = board;
  const hasCosts = rows.some(({ costPerPerson }) => costPerPerson.value !== null);
  const columns = SHOWN_COLUMNS.filter((column) => column !== "costPerPerson" || hasCosts);
  const alike = POOLED_COLUMNS.filter((column) => pooling[POOLED_OF[column]] === "alike");
  // Nothing is ranked by what does not differ.
  const isRanking = alike.every((column) => column !== sort);
  const isSorted = (column: ShownColumn) => isRanking && (column === sort || pooledOf(column) === sort);
  return (
    <ChartFrame
      widget="channels"
      title={t("channels.title")}
      definition={t("channels.definition")}
      note={note}
    >
      <Table>
        <thead>
          <tr>
            {columns.map((column) => (
              <Th
                key={column}
                figure={column !== "channel"}
                {...(pooledOf(column) === undefined ? {} : { title: t("metrics.pooled.definition") })}
                aria-sort={isSorted(column) ? (column === "channel" ? "ascending" : "descending") : undefined}
              >
                <Link href={sortHref(column)} scroll={false} className="hover:underline">
                  {t(`channels.column.${column}`)}
                  {isSorted(column) ? (
                    <span aria-hidden="true"> {column === "channel" ? "↑" : "↓"}</span>
                  ) : null}
                </Link>
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.channel}>
              {columns.map((column) =>
                column === "channel" ? (
                  <Td key={column} className="min-w-32">
                    <FilterLink dimension="channel" value={row.channel} />
                  </Td>
                ) : (
                  <Td key={column} figure className="whitespace-nowrap">
                    <BoardCell {...{ row, column, ...written }} />
                  </Td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {alike.map((column) => (
        <p key={column} className="mt-3 text-xs text-slate-600 dark:text-slate-400">
          {t("metrics.pooled.alike", { name: t(`channels.column.${POOLED_OF[column]}`) })}
        </p>
      ))}
      {board.unbrought > 0 ? (
        <p className="mt-3 text-xs text-slate-600 dark:text-slate-400">
          {t("channels.unbrought", { count: board.unbrought })}
        </p>
      ) : null}
    </ChartFrame>
  );
}

/** What a channel is ranked by stands in the cell of what it is of: twelve columns would not fit a screen. */
type ShownColumn = Exclude<BoardColumn, (typeof POOLED_COLUMNS)[number]>;
const SHOWN_COLUMNS = BOARD_COLUMNS.filter(
  (column): column is ShownColumn => !POOLED_COLUMNS.some((pooled) => pooled === column),
);

function pooledOf(column: ShownColumn) {
  return POOLED_COLUMNS.find((pooled) => POOLED_OF[pooled] === column);
}

function BoardCell(
  props: Pick<ChannelBoardProps, "currency" | "locale" | "t"> & {
    row: ChannelRow;
    column: Exclude<ShownColumn, "channel">;
  },
) {
  const { row, column, currency, locale, t } = props;
  const percent = (value: number) => formatPercent(value, locale);
  if (column === "shareOfReach")
    return row.shareOfReach === null ? t("common.none") : percent(row.shareOfReach);
  if (column === "shareRate" || column === "conversionRate")
    return <PooledText own={row[column]} pooled={row[`${column}Pooled`]} format={percent} t={t} />;
  if (column === "k")
    return (
      <PooledText own={row.k} pooled={row.kPooled} format={(value) => formatRatio(value, locale)} t={t} />
    );
  if (column === "cycleTime") {
    const { value } = row.cycleTime;
    return value === null ? t("common.none") : formatDuration(value, locale);
  }
  if (column === "costPerPerson")
    return (
      <EstimateText
        estimate={row.costPerPerson}
        format={(value) => formatMoney(value, currency, locale)}
        t={t}
        isStacked
      />
    );
  return formatNumber(row[column], locale);
}
