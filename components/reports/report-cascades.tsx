import { Card } from "#components/ui/card.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ReportCascade } from "#lib/domain/report-figures.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const FIGURES: readonly MessageKey[] = [
  "cascades.column.size",
  "cascades.column.sharers",
  "cascades.column.depth",
  "cascades.column.virality",
  "cascades.column.duration",
  "cascades.column.started",
];

interface Shown {
  aliases: boolean;
  zone: string;
  locale: Locale;
  t: Translate;
}

/** The largest cascades that began in a report's days. */
export function ReportCascades(props: Shown & { rows: readonly ReportCascade[]; total: number }) {
  const { rows, total, aliases, t } = props;
  const isSealed = rows.some(({ person }) => person === null);
  const notes = [t("reports.public.cascades", { shown: rows.length, total })];
  if (aliases) notes.push(t(isSealed ? "reports.public.sealed" : "reports.public.aliases"));
  return (
    <Card title={t("cascades.list.title")} note={notes.join(" ")}>
      <Table>
        <caption className="sr-only">{t("cascades.list.title")}</caption>
        <thead>
          <tr>
            {aliases ? null : <Th>{t("cascades.column.root")}</Th>}
            <Th>{t("reports.public.startedBy")}</Th>
            <Th>{t("cascades.column.channel")}</Th>
            {FIGURES.map((label) => (
              <Th key={label} figure>
                {t(label)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: under aliases a row has nothing that names it
            <CascadeRow key={place} row={row} {...props} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function CascadeRow({ row, aliases, zone, locale, t }: Shown & { row: ReportCascade }) {
  const { structuralVirality: virality, startedAt, lastAt, size } = row;
  const person = row.person === null ? t("common.none") : <bdi dir="ltr">{row.person}</bdi>;
  return (
    <tr>
      {aliases ? null : (
        <Td className="max-w-48 truncate">
          <bdi dir="ltr">{row.root}</bdi>
        </Td>
      )}
      <Td className="max-w-48 truncate">
        {aliases && row.person !== null ? t("reports.public.person") : null} {person}
      </Td>
      <Td>
        <bdi>{row.channel}</bdi>
      </Td>
      <Td figure>{formatNumber(size, locale)}</Td>
      <Td figure>{formatNumber(row.sharers, locale)}</Td>
      <Td figure>{formatNumber(row.depth, locale)}</Td>
      <Td figure>{virality === null ? t("common.none") : formatNumber(virality, locale)}</Td>
      <Td figure>{size < 2 ? t("common.none") : formatDuration(lastAt - startedAt, locale)}</Td>
      <Td figure>{formatDateTime(startedAt, locale, zone)}</Td>
    </tr>
  );
}
