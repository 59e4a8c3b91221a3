import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ComparedSide, Comparison } from "#lib/answers/compare/compared-side.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { shadeClass } from "./shade-class.ts";

/** By which channels each side spread, as parts of its shares. */
export function ComparedChannels(props: {
  data: Comparison;
  names: readonly [string, string];
  locale: Locale;
  t: Translate;
}) {
  const { data, names, locale, t } = props;
  const sides = [data.first, data.second] as const;
  const channels = [...new Set(sides.flatMap((side) => side?.channels.map(({ channel }) => channel) ?? []))];
  return (
    <ChartFrame
      widget="compare-channels"
      title={t("compare.channels.title")}
      definition={t("compare.channels.definition")}
    >
      <Table>
        <thead>
          <tr>
            <Th>{t("channels.column.channel")}</Th>
            {names.map((name, i) => (
              <Th key={i === 0 ? "first" : "second"} figure>
                <bdi>{name}</bdi>
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {channels.map((channel) => (
            <tr key={channel}>
              <Td>
                <bdi>{channel}</bdi>
              </Td>
              {sides.map((side, i) => {
                const part = partOf(side, channel);
                return (
                  <Td key={i === 0 ? "first" : "second"} figure className={shadeClass(part ?? 0)}>
                    {part === null ? t("common.none") : formatPercent(part, locale)}
                  </Td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </ChartFrame>
  );
}

function partOf(side: ComparedSide | null, channel: string): number | null {
  if (side === null || side.shares === 0) return null;
  return (side.channels.find((row) => row.channel === channel)?.shares ?? 0) / side.shares;
}
