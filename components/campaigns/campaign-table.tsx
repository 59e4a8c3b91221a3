import Link from "next/link";
import { Suspense } from "react";
import { EstimateText } from "#components/metrics/estimate-text.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ListedCampaign } from "#lib/domain/campaign-list.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { thresholdVerdict } from "#lib/estimators/threshold-verdict.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { k as kMetric } from "#lib/metrics/k.ts";
import { metricWords } from "#lib/metrics/metric.ts";
import { SimulatedChip } from "./simulated-chip.tsx";

interface Setting {
  home: string;
  locale: Locale;
  zone: string;
  t: Translate;
  /** K by campaign; the list stands while it is worked out. */
  ks: Promise<ReadonlyMap<number, Estimate>>;
}

/** The campaigns of a page of the list, a row each. */
export function CampaignTable({ campaigns, ...setting }: Setting & { campaigns: readonly ListedCampaign[] }) {
  const { t, zone, locale } = setting;
  const words = metricWords(kMetric, locale);
  return (
    <Card className="!pb-3 !pt-2">
      <Table>
        <thead>
          <tr>
            <Th>{t("campaigns.column.campaign")}</Th>
            <Th figure>{t("campaigns.column.sharers")}</Th>
            <Th figure className="max-sm:hidden">
              {t("campaigns.column.shares")}
            </Th>
            <Th figure title={words.definition}>
              {words.label}
            </Th>
            <Th figure className="max-md:hidden">
              {t("campaigns.column.lastShare")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <Row key={campaign.id} campaign={campaign} {...setting} />
          ))}
        </tbody>
      </Table>
      <p className="mt-3 text-xs text-slate-500 dark:text-slate-400 max-md:hidden">
        {t("common.zone", { zone })}
      </p>
    </Card>
  );
}

function Row({ campaign, home, locale, zone, t, ks }: Setting & { campaign: ListedCampaign }) {
  const { lastShareAt } = campaign;
  return (
    <tr className="hover:bg-slate-50 dark:hover:bg-slate-800/40">
      <Td className="min-w-36">
        <Link
          href={`${home}/campaigns/${campaign.id}`}
          className="font-semibold text-teal-800 hover:underline dark:text-teal-300"
          dir="auto"
        >
          {campaign.name}
        </Link>
        <span className="mt-1 flex flex-wrap items-center gap-2 text-xs text-slate-500 dark:text-slate-400">
          {t(`campaigns.tool.${campaign.tool}`)}
          {campaign.simulated ? <SimulatedChip t={t} /> : null}
        </span>
      </Td>
      <Td figure>{formatNumber(campaign.sharers, locale)}</Td>
      <Td figure className="max-sm:hidden">
        {formatNumber(campaign.shares, locale)}
      </Td>
      <Td className="text-end">
        <Suspense fallback={<Waiting t={t} />}>
          <K id={campaign.id} ks={ks} locale={locale} t={t} />
        </Suspense>
      </Td>
      <Td figure className="max-md:hidden">
        {lastShareAt === null ? t("common.none") : formatDateTime(lastShareAt, locale, zone)}
      </Td>
    </tr>
  );
}

async function K({ id, ks, locale, t }: Pick<Setting, "ks" | "locale" | "t"> & { id: number }) {
  const k = (await ks).get(id);
  if (k === undefined) return t("common.none");
  const verdict = thresholdVerdict(k);
  return (
    <>
      <EstimateText estimate={k} format={(value) => formatRatio(value, locale)} t={t} isStacked />
      {verdict === "unknown" ? null : (
        <span className="block text-xs text-slate-600 dark:text-slate-400">
          {t(`metrics.verdict.short.${verdict}`)}
        </span>
      )}
    </>
  );
}

/** Stands for a figure that is still worked out. */
function Waiting({ t }: { t: Translate }) {
  return (
    <span className="inline-block h-3 w-14 animate-pulse rounded bg-slate-200 dark:bg-slate-700">
      <span className="sr-only">{t("dashboard.counting")}</span>
    </span>
  );
}
