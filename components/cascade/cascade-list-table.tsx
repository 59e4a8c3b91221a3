import Link from "next/link";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import { cascadeFilterQuery } from "#lib/explorer/cascade-filter-query.ts";
import type { CascadeFilter, CascadeSort } from "#lib/explorer/cascade-sort.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { HOUR, MINUTE } from "#lib/time/lengths.ts";
import { CascadeFlags } from "./cascade-flags.tsx";

interface Column {
  readonly label: MessageKey;
  readonly sort?: CascadeSort;
  readonly define?: MessageKey;
  readonly isFigure?: boolean;
}

const COLUMNS: readonly Column[] = [
  { label: "cascades.column.root" },
  { label: "cascades.column.channel" },
  { label: "cascades.column.size", sort: "size", define: "cascades.define.size", isFigure: true },
  { label: "cascades.column.sharers", sort: "sharers", define: "cascades.define.sharers", isFigure: true },
  { label: "cascades.column.depth", sort: "depth", define: "cascades.define.depth", isFigure: true },
  { label: "cascades.column.breadth", sort: "breadth", define: "cascades.define.breadth", isFigure: true },
  { label: "cascades.column.virality", sort: "virality", define: "cascades.define.virality", isFigure: true },
  { label: "cascades.column.directShare", define: "cascades.define.directShare", isFigure: true },
  { label: "cascades.column.duration", sort: "duration", isFigure: true },
  { label: "cascades.column.speed", sort: "speed", define: "cascades.define.speed", isFigure: true },
  { label: "cascades.column.started", sort: "started", isFigure: true },
];

interface ListProps {
  readonly rows: readonly CascadeRow[];
  readonly filter: CascadeFilter;
  /** Path of the list, without a query. */
  readonly path: string;
  readonly zone: string;
  readonly locale: Locale;
  readonly t: Translate;
}

/** Cascades as rows; headers are links that sort, or turn the order round. */
export function CascadeListTable(props: ListProps) {
  const hasFlags = props.rows.some(({ seeded, cuts, skews }) => !seeded || cuts > 0 || skews > 0);
  return (
    <Table>
      <caption className="sr-only">{props.t("cascades.list.title")}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <ColumnHeader key={column.label} column={column} {...props} />
          ))}
          {hasFlags ? <Th>{props.t("cascades.column.flags")}</Th> : null}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((cascade) => (
          <CascadeLine key={cascade.root} cascade={cascade} hasFlags={hasFlags} {...props} />
        ))}
      </tbody>
    </Table>
  );
}

function ColumnHeader({ column, filter, path, t }: ListProps & { column: Column }) {
  const { sort, label, define } = column;
  const figure = column.isFigure === true;
  const title = define === undefined ? undefined : t(define);
  if (sort === undefined) {
    return (
      <Th figure={figure} title={title}>
        {t(label)}
      </Th>
    );
  }
  const isSorted = filter.sort === sort;
  const order = isSorted && filter.order === "desc" ? "asc" : "desc";
  const sorted = filter.order === "desc" ? "descending" : "ascending";
  return (
    <Th figure={figure} title={title} aria-sort={isSorted ? sorted : "none"}>
      <Link
        href={path + cascadeFilterQuery({ ...filter, sort, order, page: 1 })}
        className="hover:text-slate-900 hover:underline dark:hover:text-slate-100"
      >
        {t(label)}
        <span aria-hidden="true">{isSorted ? (filter.order === "desc" ? " ↓" : " ↑") : ""}</span>
      </Link>
    </Th>
  );
}

function CascadeLine(props: ListProps & { cascade: CascadeRow; hasFlags: boolean }) {
  const { cascade, hasFlags, filter, path, zone, locale, t } = props;
  const { root, size, structuralVirality } = cascade;
  const unknown = <span title={t("cascades.unknown.single")}>{t("common.none")}</span>;
  return (
    <tr className="hover:bg-slate-50 dark:hover:bg-slate-800/40">
      <Td className="max-w-48 truncate">
        <Link
          href={`${path}/${encodeURIComponent(root)}${filter.asked === undefined ? "" : `?${filter.asked}`}`}
          className="font-medium text-teal-800 hover:underline dark:text-teal-300"
        >
          <bdi dir="ltr">{root}</bdi>
        </Link>
      </Td>
      <Td>
        <bdi>{cascade.channel}</bdi>
      </Td>
      <Td figure>{formatNumber(size, locale)}</Td>
      <Td figure>{formatNumber(cascade.sharers, locale)}</Td>
      <Td figure>{formatNumber(cascade.depth, locale)}</Td>
      <Td figure>{formatNumber(cascade.maxBreadth, locale)}</Td>
      <Td figure>{structuralVirality === null ? unknown : formatNumber(structuralVirality, locale)}</Td>
      <Td figure>{size < 2 ? unknown : formatPercent(cascade.seedChildren / (size - 1), locale)}</Td>
      <Td figure>{size < 2 ? unknown : formatDuration(cascade.lastAt - cascade.startedAt, locale)}</Td>
      <Td figure>{size < 2 ? unknown : formatRatio(speedOf(cascade), locale)}</Td>
      <Td figure>{formatDateTime(cascade.startedAt, locale, zone)}</Td>
      {hasFlags ? (
        <Td>
          <CascadeFlags cascade={cascade} t={t} />
        </Td>
      ) : null}
    </tr>
  );
}

/** Shares an hour; a burst within a minute counts as one minute's, as the order of the list has it. */
function speedOf({ size, startedAt, lastAt }: CascadeRow): number {
  return ((size - 1) * HOUR) / Math.max(MINUTE, lastAt - startedAt);
}
