import { Card } from "#components/ui/card.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ReportOpen } from "#lib/domain/report-open.ts";
import { formatClock } from "#lib/format/format-clock.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** When a report was opened, and with what. */
export function ReportOpens(props: { opens: readonly ReportOpen[]; locale: Locale; t: Translate }) {
  const { opens, locale, t } = props;
  return (
    <Card title={t("reports.opens.title")} note={t("reports.opens.text")}>
      {opens.length === 0 ? (
        <p className="text-sm">{t("reports.opens.none")}</p>
      ) : (
        <Table>
          <thead>
            <tr>
              <Th>{t("reports.opens.day")}</Th>
              <Th>{t("reports.opens.browser")}</Th>
              <Th figure>{t("reports.column.opens")}</Th>
            </tr>
          </thead>
          <tbody>
            {opens.map(({ day, browser, count }) => (
              <tr key={`${day} ${browser}`}>
                <Td>{formatClock(Date.parse(`${day}T00:00:00Z`), "day", locale)}</Td>
                <Td>
                  <bdi>{browser}</bdi>
                </Td>
                <Td figure>{formatNumber(count, locale)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
