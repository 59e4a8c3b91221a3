import Link from "next/link";
import { EstimateText } from "#components/metrics/estimate-text.tsx";
import { surfaceClass } from "#components/ui/surface-class.ts";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ToolFigures } from "#lib/answers/tools/answer.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface ToolBoardProps {
  readonly tools: readonly ToolFigures[];
  /** Path of the workspace. */
  readonly home: string;
  readonly locale: Locale;
  readonly t: Translate;
}

/** The six tools side by side, each with its campaigns and, below them, its channels. */
export function ToolBoard({ tools, home, locale, t }: ToolBoardProps) {
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {tools.map((figures) => (
        <ToolCard key={figures.tool} {...{ figures, home, locale, t }} />
      ))}
    </div>
  );
}

function ToolCard(props: Omit<ToolBoardProps, "tools"> & { figures: ToolFigures }) {
  const { figures, home, locale, t } = props;
  const { tool, campaigns, sharers, shares, k, channels } = figures;
  const number = (value: number) => formatNumber(value, locale);
  const ratio = (value: number) => formatRatio(value, locale);
  return (
    <section className={`${surfaceClass} flex min-w-0 flex-col p-4 sm:p-5`}>
      <h2 className="text-base font-semibold">{t(`campaigns.tool.${tool}`)}</h2>
      {campaigns.length === 0 ? (
        <p className="mt-2 text-sm text-slate-600 dark:text-slate-400">{t("tools.unused")}</p>
      ) : (
        <>
          <p className="mb-3 mt-1 text-sm">
            {t("tools.column.sharers")} {number(sharers)} · {t("tools.column.shares")} {number(shares)} ·{" "}
            {t("tools.column.k")} <EstimateText estimate={k} format={ratio} t={t} />
          </p>
          <Table>
            <thead>
              <tr>
                <Th>{t("campaigns.column.campaign")}</Th>
                <Th figure>{t("tools.column.sharers")}</Th>
                <Th figure>{t("tools.column.shares")}</Th>
                <Th figure>{t("tools.column.k")}</Th>
              </tr>
            </thead>
            <tbody>
              {campaigns.map((campaign) => (
                <tr key={campaign.id}>
                  <Td className="min-w-40">
                    <Link
                      href={`${home}/campaigns/${campaign.id}/channels`}
                      className="font-medium underline-offset-4 hover:underline"
                    >
                      <bdi>{campaign.name}</bdi>
                    </Link>
                  </Td>
                  <Td figure>{number(campaign.sharers)}</Td>
                  <Td figure>{number(campaign.shares)}</Td>
                  <Td figure className="whitespace-nowrap">
                    <EstimateText estimate={campaign.k} format={ratio} t={t} isStacked />
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
          <ul className="mt-4 grid gap-1.5 text-xs">
            {channels.map(({ channel, shares: there }) => (
              <li key={channel} className="grid grid-cols-[7rem_1fr_4rem] items-center gap-3">
                <bdi className="truncate">{channel}</bdi>
                <span aria-hidden="true" className="h-1.5 rounded-full bg-slate-100 dark:bg-slate-800">
                  <span
                    className="block h-full rounded-full bg-teal-600 dark:bg-teal-400"
                    style={{ width: `${(100 * there) / shares}%` }}
                  />
                </span>
                <span className="text-end tabular-nums text-slate-600 dark:text-slate-400">
                  {formatPercent(there / shares, locale)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
