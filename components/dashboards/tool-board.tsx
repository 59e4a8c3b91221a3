import Link from "next/link";
import { EstimateText } from "#components/metrics/estimate-text.tsx";
import { KTable } from "#components/metrics/k-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { surfaceClass } from "#components/ui/surface-class.ts";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { rankedTools, type ToolFigures } from "#lib/answers/tools/answer.ts";
import type { ToolTable } from "#lib/answers/tools/table.ts";
import type { PoolingVerdict } from "#lib/estimators/pooled.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface ToolBoardProps {
  readonly tools: readonly ToolFigures[];
  /** Whether they may be ranked by K. */
  readonly pooling: PoolingVerdict;
  /** Path of the workspace. */
  readonly home: string;
  readonly locale: Locale;
  readonly t: Translate;
}

/** The six tools side by side, each with its campaigns and, below them, its channels. */
export function ToolBoard({ pooling, ...props }: ToolBoardProps) {
  const { home, locale, t } = props;
  const tools = rankedTools({ tools: props.tools, pooling });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <ToolFiles home={home} t={t} />
      {pooling === "too-few" ? null : <ToolRanking {...{ tools, pooling, locale, t }} />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-2">
        {tools.map((figures) => (
          <ToolCard key={figures.tool} {...{ figures, home, locale, t }} />
        ))}
      </div>
    </div>
  );
}

/** The page's tables as files. */
function ToolFiles({ home, t }: { home: string; t: Translate }) {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-slate-600 print:hidden dark:text-slate-400">
      {(["tools", "campaigns", "channels"] as const satisfies readonly ToolTable[]).map((table) => (
        <a
          key={table}
          href={`/api${home}/tools/${table}`}
          download
          className="underline underline-offset-4 hover:text-slate-900 dark:hover:text-slate-100"
        >
          {t(`tools.csv.${table}`)}
        </a>
      ))}
    </p>
  );
}

/** K of the tools that are used, raw and pooled. */
function ToolRanking({ tools, pooling, locale, t }: Omit<ToolBoardProps, "home">) {
  const used = tools.filter(({ campaigns }) => campaigns.length > 0);
  return (
    <Card title={t("tools.ranking")} note={t("metrics.pooled.definition")}>
      <KTable
        head={[t("tools.column.tool"), t("tools.column.campaigns"), t("tools.column.shares")]}
        rows={used.map(({ tool, campaigns, shares, k, kPooled }) => ({
          ...{ k, pooled: kPooled, counts: [campaigns.length, shares] },
          name: t(`campaigns.tool.${tool}`),
        }))}
        locale={locale}
        t={t}
      />
      {pooling === "alike" ? (
        <p className="mt-3 text-xs text-slate-600 dark:text-slate-400">
          {t("metrics.pooled.alike", { name: t("tools.column.k") })}
        </p>
      ) : null}
    </Card>
  );
}

function ToolCard(props: Omit<ToolBoardProps, "tools" | "pooling"> & { figures: ToolFigures }) {
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
