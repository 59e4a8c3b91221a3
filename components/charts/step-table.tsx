import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { formatNumber } from "#lib/format/format-number.ts";

/** The numbers behind a chart over time, folded until asked for. */
export function StepTable(props: {
  bands: readonly string[];
  rows: readonly { time: string; counts: readonly number[] }[];
}) {
  const { bands, rows } = props;
  const { locale, t } = useLanguage();
  return (
    <details className="mt-4 print:hidden">
      <summary className="cursor-pointer text-sm font-medium text-teal-800 dark:text-teal-300">
        {t("campaigns.chart.table")}
      </summary>
      <div className="mt-2">
        <Table boxClassName="max-h-96">
          <thead>
            <tr>
              <Th>{t("campaigns.chart.time")}</Th>
              {bands.map((band) => (
                <Th key={band} figure>
                  {band}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ time, counts }, step) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an hour that the clock shows twice has one label
              <tr key={step}>
                <Td className="whitespace-nowrap">{time}</Td>
                {bands.map((band, index) => (
                  <Td key={band} figure>
                    {formatNumber(counts[index] ?? 0, locale)}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}
