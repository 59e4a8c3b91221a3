import Link from "next/link";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { sharerQueryString } from "#lib/answers/sharers/sharer-query-string.ts";
import {
  SHARER_SORTS,
  type SharerQuery,
  type SharerRow,
  type SharerSort,
} from "#lib/answers/sharers/sharers.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { SharerFlags } from "./sharer-flags.tsx";

const DEFINED: Partial<Record<SharerSort, MessageKey>> = {
  descendants: "sharers.define.descendants",
  k: "sharers.define.k",
  conversions: "sharers.define.conversions",
  value: "sharers.define.conversions",
  credit: "sharers.define.credit",
};

interface TableProps {
  readonly rows: readonly SharerRow[];
  readonly query: SharerQuery;
  /** Path of the list, without a query. */
  readonly path: string;
  readonly currency: string | null;
  readonly zone: string;
  readonly locale: Locale;
  readonly t: Translate;
}

/** Sharers as rows; headers are links that sort, or turn the order round. */
export function SharerTable(props: TableProps) {
  return (
    <Table>
      <caption className="sr-only">{props.t("sharers.title")}</caption>
      <thead>
        <tr>
          {SHARER_SORTS.map((sort) => (
            <SortHeader key={sort} sort={sort} {...props} />
          ))}
          <Th>{props.t("sharers.column.notes")}</Th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <SharerLine key={row.person} row={row} {...props} />
        ))}
      </tbody>
    </Table>
  );
}

function SortHeader({ sort, query, path, currency, t }: TableProps & { sort: SharerSort }) {
  const isSorted = query.sort === sort;
  const first = sort === "person" ? "asc" : "desc";
  const order = isSorted ? (query.order === "desc" ? "asc" : "desc") : first;
  const define = DEFINED[sort];
  const sorted = query.order === "desc" ? "descending" : "ascending";
  return (
    <Th
      figure={sort !== "person"}
      title={define === undefined ? undefined : t(define)}
      aria-sort={isSorted ? sorted : "none"}
    >
      <Link
        href={path + sharerQueryString({ ...query, sort, order, page: 1 })}
        className="hover:text-slate-900 hover:underline dark:hover:text-slate-100"
      >
        {t(`sharers.column.${sort}`)}
        {sort === "value" && currency !== null ? ` (${currency})` : ""}
        <span aria-hidden="true">{isSorted ? (query.order === "desc" ? " ↓" : " ↑") : ""}</span>
      </Link>
    </Th>
  );
}

function SharerLine({ row, path, zone, locale, t }: TableProps & { row: SharerRow }) {
  const figures = ["shares", "cascades", "children", "descendants"] as const;
  const money = ["conversions", "value", "credit"] as const;
  return (
    <tr className="hover:bg-slate-50 dark:hover:bg-slate-800/40">
      <Td className="max-w-48 truncate">
        <Link
          href={`${path}/${encodeURIComponent(row.person)}`}
          className="font-medium text-teal-800 hover:underline dark:text-teal-300"
        >
          <bdi>{row.person}</bdi>
        </Link>
      </Td>
      {figures.map((name) => (
        <Td key={name} figure>
          {formatNumber(row[name], locale)}
        </Td>
      ))}
      <Td figure>
        {row.k === null ? (
          <span title={t("sharers.unknown.k")}>{t("common.none")}</span>
        ) : (
          formatNumber(row.k, locale)
        )}
      </Td>
      {money.map((name) => (
        <Td key={name} figure>
          {formatNumber(row[name], locale)}
        </Td>
      ))}
      <Td figure>{formatDateTime(row.first, locale, zone)}</Td>
      <Td figure>{formatDateTime(row.last, locale, zone)}</Td>
      <Td>
        <SharerFlags row={row} t={t} />
      </Td>
    </tr>
  );
}
