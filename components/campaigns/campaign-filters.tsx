import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { segmentClass, segmentsClass } from "#components/ui/segment-class.ts";
import { CAMPAIGN_SORTS } from "#lib/domain/campaign-list.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { campaignQueryString } from "./campaign-query-string.ts";
import type { CampaignQuery } from "./read-campaign-query.ts";

/** Search, order and active or archived; all of it in the address. */
export function CampaignFilters(props: { home: string; query: CampaignQuery; total: number; t: Translate }) {
  const { home, query, total, t } = props;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      <form action={home} className="flex min-w-0 grow flex-wrap gap-2 sm:grow-0 print:hidden">
        {query.archived ? <input type="hidden" name="archived" value="1" /> : null}
        <input
          type="search"
          name="search"
          defaultValue={query.search}
          aria-label={t("campaigns.search")}
          placeholder={t("campaigns.search")}
          aria-keyshortcuts="/"
          dir="auto"
          className={`${inputClass} sm:!w-64`}
        />
        <select
          name="sort"
          defaultValue={query.sort}
          aria-label={t("campaigns.sort")}
          className={`${inputClass} !w-auto grow sm:grow-0`}
        >
          {CAMPAIGN_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`campaigns.sort.${sort}`)}
            </option>
          ))}
        </select>
        <Button type="submit" variant="secondary">
          {t("campaigns.searchSubmit")}
        </Button>
      </form>
      <a
        href={`/api${home}/campaigns${campaignQueryString({ ...query, page: 1 })}`}
        download
        className="text-sm text-slate-600 underline underline-offset-4 hover:text-slate-900 print:hidden dark:text-slate-400 dark:hover:text-slate-100"
      >
        {t("card.csv")}
      </a>
      <nav aria-label={t("campaigns.status")} className={`${segmentsClass} print:hidden`}>
        {[false, true].map((archived) => (
          <Link
            key={String(archived)}
            href={`${home}${campaignQueryString({ ...query, archived, page: 1 })}`}
            aria-current={query.archived === archived ? "page" : undefined}
            className={segmentClass}
          >
            {t(archived ? "campaigns.showArchived" : "campaigns.showActive")}
          </Link>
        ))}
      </nav>
      <p className="ms-auto text-xs text-slate-600 dark:text-slate-400">
        {t("campaigns.found", { count: total })}
      </p>
    </div>
  );
}
