import { Table, Td, Th } from "#components/ui/table.tsx";
import type { Estimate } from "#lib/domain/estimate.ts";
import { thresholdVerdict } from "#lib/estimators/threshold-verdict.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { k as kMetric } from "#lib/metrics/k.ts";
import { describeEstimate } from "./describe-estimate.ts";
import { EstimateText } from "./estimate-text.tsx";
import { IntervalMark } from "./interval-mark.tsx";

interface KRow {
  readonly name: string;
  readonly counts: readonly number[];
  readonly k: Estimate;
  /** K drawn towards that of all rows, where they can be pooled. */
  readonly pooled?: Estimate;
  /** What the range is, where it is none of 95 %. */
  readonly remark?: string;
}

/** Parts of a campaign side by side: K with its interval, the same drawn, against 1 where that may be, and the counts behind it. */
export function KTable(props: {
  /** Heads of the name and of each count. */
  head: readonly [string, ...string[]];
  rows: readonly KRow[];
  /** K so far of a campaign that is too young to be held against 1: no mark stands there. */
  isEarly?: boolean;
  locale: Locale;
  t: Translate;
}) {
  const { head, rows, isEarly = false, locale, t } = props;
  const [name, ...counts] = head;
  const isPooled = rows.some(({ pooled }) => pooled !== undefined);
  const max = scaleEnd(rows.map(({ k }) => k));
  const isCompared = ({ k }: KRow) => !isEarly && thresholdVerdict(k) !== "too-early";
  return (
    <Table boxClassName="max-h-[34rem] print:max-h-none">
      <thead>
        <tr>
          <Th>{name}</Th>
          <Th figure>{kMetric.name[locale]}</Th>
          <Th className="max-sm:hidden">{t("metrics.range.column")}</Th>
          <Th className="w-1/3 max-sm:hidden">
            <ScaleHead max={max} hasOne={rows.some(isCompared)} locale={locale} />
          </Th>
          {isPooled ? (
            <Th figure title={t("metrics.pooled.definition")}>
              {t("metrics.pooled.k")}
            </Th>
          ) : null}
          {counts.map((title) => (
            <Th key={title} figure>
              {title}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <KLine key={row.name} row={row} max={max} hasOne={isCompared(row)} locale={locale} t={t} />
        ))}
      </tbody>
    </Table>
  );
}

function KLine(props: { row: KRow; max: number; hasOne: boolean; locale: Locale; t: Translate }) {
  const { row, max, hasOne, locale, t } = props;
  const words = describeEstimate(row.k, (k) => formatRatio(k, locale), t);
  const { value, range } = words;
  const note = words.note ?? row.remark ?? null;
  const muted = "text-xs text-slate-500 dark:text-slate-400";
  return (
    <tr>
      <Td className="font-medium">
        <bdi>{row.name}</bdi>
      </Td>
      <Td figure>
        <span className="font-medium">{value ?? t("common.none")}</span>
        <span className={`block sm:hidden ${muted}`}>
          {range === null || row.remark !== undefined
            ? [range, note].filter((text) => text !== null).join(". ")
            : range}
        </span>
      </Td>
      <Td className="max-sm:hidden">
        {range !== null ? (
          <span className="whitespace-nowrap text-slate-600 dark:text-slate-400">{range}</span>
        ) : null}
        {note !== null ? <span className={`block ${muted}`}>{note}</span> : null}
      </Td>
      <Td className="max-sm:hidden">
        <IntervalMark estimate={row.k} max={max} hasOne={hasOne} />
      </Td>
      {row.pooled === undefined ? null : (
        <Td figure>
          <EstimateText estimate={row.pooled} format={(k) => formatRatio(k, locale)} t={t} isStacked />
        </Td>
      )}
      {row.counts.map((count, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
        <Td key={column} figure>
          {formatNumber(count, locale)}
        </Td>
      ))}
    </tr>
  );
}

function ScaleHead({ max, hasOne, locale }: { max: number; hasOne: boolean; locale: Locale }) {
  return (
    <span dir="ltr" className="relative block h-4 min-w-24">
      <span className="absolute start-0">0</span>
      {hasOne ? (
        <span style={{ left: `${100 / max}%` }} className="absolute -translate-x-1/2">
          1
        </span>
      ) : null}
      {max >= 1.5 || !hasOne ? <span className="absolute end-0">{formatNumber(max, locale)}</span> : null}
    </span>
  );
}

/** Holds 1 and every interval but those far above it, such as that of seeds. */
function scaleEnd(ks: readonly Estimate[]): number {
  const ends = ks.flatMap((k) => (k.value === null || k.value > 3 ? [] : [Math.min(k.high ?? k.value, 4)]));
  return Math.max(1.25, ...ends.map((end) => Math.ceil(end * 2) / 2));
}
