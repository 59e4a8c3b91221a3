import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ListedCampaign } from "#lib/domain/campaign-list.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { kNote } from "./k-note.ts";
import { SimulatedChip } from "./simulated-chip.tsx";

interface Setting {
  home: string;
  locale: Locale;
  zone: string;
  t: Translate;
}

/** The campaigns of a page of the list, a row each. */
export function CampaignTable({ campaigns, ...setting }: Setting & { campaigns: readonly ListedCampaign[] }) {
  const { t, zone } = setting;
  return (
    <Card className="!pb-3 !pt-2">
      <Table>
        <thead>
          <tr>
            <Th>{t("campaigns.column.campaign")}</Th>
            <Th figure>{t("campaigns.column.reach")}</Th>
            <Th figure className="max-sm:hidden">
              {t("campaigns.column.shares")}
            </Th>
            <Th figure title={t("campaigns.stat.k.definition")}>
              {t("campaigns.column.k")}
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

function Row({ campaign, home, locale, zone, t }: Setting & { campaign: ListedCampaign }) {
  const { k, lastShareAt } = campaign;
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
      <Td figure>{formatNumber(campaign.reach, locale)}</Td>
      <Td figure className="max-sm:hidden">
        {formatNumber(campaign.shares, locale)}
      </Td>
      <Td className="text-end">
        {k.value === null ? t("common.none") : formatRatio(k.value, locale)}
        <span className="block text-xs text-slate-500 dark:text-slate-400">{kNote(k, locale, t)}</span>
      </Td>
      <Td figure className="max-md:hidden">
        {lastShareAt === null ? t("common.none") : formatDateTime(lastShareAt, locale, zone)}
      </Td>
    </tr>
  );
}
