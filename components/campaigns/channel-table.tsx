import Link from "next/link";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ChannelFigures } from "#lib/domain/channel-figures.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { CHANNEL_SORTS, type ChannelSort } from "./sort-channels.ts";

/** Every channel with its figures; a bar shows its part of the busiest one's shares. Headers sort. */
export function ChannelTable(props: {
  channels: readonly ChannelFigures[];
  sort: ChannelSort;
  base: string;
  /** Currency of the values; null when the campaign states none. */
  currency: string | null;
  locale: Locale;
  t: Translate;
}) {
  const { channels, sort, base, currency, locale, t } = props;
  const most = Math.max(...channels.map(({ shares }) => shares));
  const titleOf = (column: ChannelSort) => {
    if (column === "value" && currency !== null) return t("campaigns.channels.valueIn", { currency });
    return t(`campaigns.channels.${column}`);
  };
  return (
    <Table>
      <thead>
        <tr>
          {CHANNEL_SORTS.map((column) => (
            <Th
              key={column}
              figure={column !== "channel"}
              aria-sort={column !== sort ? undefined : sort === "channel" ? "ascending" : "descending"}
            >
              <Link href={`${base}?sort=${column}`} scroll={false} className="hover:underline">
                {titleOf(column)}
                {column === sort ? <span aria-hidden="true"> {sort === "channel" ? "↑" : "↓"}</span> : null}
              </Link>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {channels.map((figures) => (
          <tr key={figures.channel}>
            <Td className="min-w-40">
              <bdi className="font-medium">{figures.channel}</bdi>
              <span
                className="mt-1 block h-1.5 rounded-full bg-slate-100 dark:bg-slate-800"
                aria-hidden="true"
              >
                <span
                  className="block h-full rounded-full bg-teal-600 dark:bg-teal-400"
                  style={{ width: `${(100 * figures.shares) / most}%` }}
                />
              </span>
            </Td>
            {CHANNEL_SORTS.filter((column) => column !== "channel").map((column) => (
              <Td key={column} figure>
                {formatNumber(figures[column], locale)}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
