"use client";

import { BarChart } from "@tremor/react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { channelPeopleTable } from "#lib/answers/channels/table.ts";
import { figureOf, namedRows } from "#lib/answers/table.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { figureText } from "./cell-text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { drawnText } from "./drawn-text.ts";
import { TableTwin } from "./table-twin.tsx";

/** People whom each channel reached first, as bars. */
export function ChannelBars({
  channels,
}: {
  channels: readonly { readonly channel: string; readonly people: number }[];
}) {
  const { locale, t } = useLanguage();
  const [channel, people] = [t("channels.column.channel"), t("channels.column.people")];
  const rows = namedRows(channelPeopleTable, { rows: channels });
  return (
    <ChartFrame
      widget="channel-people"
      title={t("channels.bars.title")}
      definition={t("channels.bars.definition")}
    >
      <div dir="ltr">
        <BarChart
          style={{ height: `${Math.max(6, 2.25 * rows.length + 2)}rem` }}
          data={rows.map((row) => ({ channel: row.channel, [people]: figureOf(row.people) }))}
          index="channel"
          categories={[people]}
          colors={["teal"]}
          layout="vertical"
          valueFormatter={(value) => drawnText(formatNumber(value, locale, { compact: true }), locale)}
          yAxisWidth={92}
          allowDecimals={false}
          showLegend={false}
        />
      </div>
      <TableTwin
        summary={t("metrics.table")}
        columns={[
          { title: channel, cell: (row) => String(row.channel) },
          {
            title: people,
            cell: (row) => figureText(row.people, (count) => formatNumber(count, locale), t),
          },
        ]}
        rows={rows}
      />
    </ChartFrame>
  );
}
