import { Card } from "#components/ui/card.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ChannelRow } from "#lib/answers/channels/answer.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const FIGURES = ["shares", "sharers", "visits", "conversions", "value", "children"] as const;

/** The channels on which people shared in a report's days. */
export function ReportChannels(props: {
  channels: readonly ChannelRow[];
  currency: string | null;
  locale: Locale;
  t: Translate;
}) {
  const { channels, currency, locale, t } = props;
  const titleOf = (column: (typeof FIGURES)[number]) =>
    column === "value" && currency !== null
      ? t("campaigns.channels.valueIn", { currency })
      : t(`campaigns.channels.${column}`);
  return (
    <Card title={t("campaigns.channels.title")} note={t("reports.public.channels")}>
      <Table>
        <caption className="sr-only">{t("campaigns.channels.title")}</caption>
        <thead>
          <tr>
            <Th>{t("campaigns.channels.channel")}</Th>
            {FIGURES.map((column) => (
              <Th key={column} figure>
                {titleOf(column)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {channels.map((row) => (
            <tr key={row.channel}>
              <Td>
                <bdi className="font-medium">{row.channel}</bdi>
              </Td>
              {FIGURES.map((column) => (
                <Td key={column} figure>
                  {formatNumber(row[column], locale)}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
