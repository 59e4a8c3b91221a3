import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { FilterLink } from "#components/query/filter-link.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { LOCALES, type Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { shadeClass } from "./shade-class.ts";

/** Shares by the channel that brought the person and the one that they chose; parts are of the row. */
export function JumpMatrix(props: {
  channels: readonly string[];
  jumps: readonly (readonly number[])[];
  locale: Locale;
  t: Translate;
}) {
  const { channels, jumps, locale, t } = props;
  return (
    <ChartFrame
      widget="channel-jumps"
      title={t("channels.jumps.title")}
      definition={t("channels.jumps.definition")}
      note={`${t("channels.jumps.from")} ↓ · ${t("channels.jumps.to")} ${LOCALES[locale].direction === "rtl" ? "←" : "→"}`}
    >
      <Table>
        <thead>
          <tr>
            <Th>{t("channels.jumps.from")}</Th>
            {channels.map((channel) => (
              <Th key={channel} figure>
                <bdi>{channel}</bdi>
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {channels.map((from, i) => {
            const row = jumps[i] ?? [];
            const sum = row.reduce((total, count) => total + count, 0);
            return (
              <tr key={from}>
                <Td>
                  <FilterLink dimension="channel" value={from} />
                </Td>
                {channels.map((into, j) => {
                  const part = sum === 0 ? 0 : (row[j] ?? 0) / sum;
                  return (
                    <Td key={into} figure className={`whitespace-nowrap ${shadeClass(part)}`}>
                      {formatNumber(row[j] ?? 0, locale)}
                      {sum === 0 || row[j] === 0 ? null : (
                        <span className="block text-xs opacity-80">{formatPercent(part, locale)}</span>
                      )}
                    </Td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </ChartFrame>
  );
}
