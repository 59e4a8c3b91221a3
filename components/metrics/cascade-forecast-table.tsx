import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { CascadeForecast } from "#lib/answers/forecast/forecast.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const MOST = 50;

interface TableProps {
  readonly cascades: readonly CascadeForecast[];
  /** Path of the campaign's list of cascades; each row leads to one below it. */
  readonly cascadesPath: string;
  readonly zone: string;
  readonly locale: Locale;
  readonly t: Translate;
}

/** The cascades that still grow, the largest expected first. */
export function CascadeForecastTable(props: TableProps) {
  const { cascades, zone, locale, t } = props;
  const shown = cascades.toSorted((a, b) => b.final - a.final).slice(0, MOST);
  const count = cascades.length;
  const scope =
    count > MOST
      ? t("metrics.forecast.cascades.top", { shown: MOST, count: formatNumber(count, locale) })
      : t("metrics.forecast.cascades.count", { count });
  return (
    <Card
      widget="forecast-cascades"
      title={t("metrics.forecast.cascades.title")}
      note={`${scope} ${t("metrics.zone", { zone: t("common.zone", { zone }) })}`}
    >
      <Table boxClassName="max-h-[32rem]">
        <thead>
          <tr>
            <Th>{t("metrics.forecast.cascades.root")}</Th>
            <Th figure>{t("metrics.forecast.cascades.started")}</Th>
            <Th figure>{t("metrics.forecast.cascades.age")}</Th>
            <Th figure>{t("metrics.forecast.cascades.size")}</Th>
            <Th figure>{t("metrics.forecast.cascades.final")}</Th>
            <Th figure>{t("metrics.forecast.band80")}</Th>
            <Th figure>{t("metrics.forecast.band95")}</Th>
            <Th figure>{t("metrics.forecast.cascades.doubles")}</Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((cascade) => (
            <CascadeLine key={cascade.root} {...props} cascade={cascade} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function CascadeLine({ cascade, cascadesPath, zone, locale, t }: TableProps & { cascade: CascadeForecast }) {
  const { root, startedAt, age, size, final, band, doubles, scenarios } = cascade;
  const whole = (value: number) => formatNumber(Math.round(value), locale);
  const range = (low: number | null, high: number | null) =>
    low === null || high === null
      ? t("common.none")
      : t("metrics.range.plain", { low: whole(low), high: whole(high) });
  return (
    <tr className="hover:bg-slate-50 dark:hover:bg-slate-800/40">
      <Td className="max-w-48 truncate">
        <Link
          href={`${cascadesPath}/${encodeURIComponent(root)}`}
          className="font-medium text-teal-800 hover:underline dark:text-teal-300"
        >
          <bdi dir="ltr">{root}</bdi>
        </Link>
      </Td>
      <Td figure>{formatDateTime(startedAt, locale, zone)}</Td>
      <Td figure>{formatDuration(age, locale)}</Td>
      <Td figure>{whole(size)}</Td>
      <Td figure className="font-medium">
        {whole(final)}
      </Td>
      {scenarios === null ? (
        <>
          <Td figure>{range(band.low80, band.high80)}</Td>
          <Td figure>{range(band.low95, band.high95)}</Td>
        </>
      ) : (
        <Td figure colSpan={2} className="text-amber-800 dark:text-amber-300">
          {t("metrics.forecast.cascades.unlike", {
            fading: whole(scenarios.fading),
            lasting: whole(scenarios.lasting),
          })}
        </Td>
      )}
      <Td figure>{doubles === null ? t("common.none") : formatPercent(doubles, locale)}</Td>
    </tr>
  );
}
