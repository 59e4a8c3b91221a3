import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { campaignQueryString } from "./campaign-query-string.ts";
import type { CampaignQuery } from "./read-campaign-query.ts";

/** Steps through the pages of the list; nothing when there is one. */
export function CampaignPager(props: { home: string; query: CampaignQuery; pages: number; t: Translate }) {
  const { home, query, pages, t } = props;
  if (pages === 1) return null;
  const hrefOf = (page: number) => `${home}${campaignQueryString({ ...query, page })}`;
  return (
    <nav aria-label={t("campaigns.pages")} className="mt-4 flex items-center justify-between gap-3">
      {query.page > 1 ? (
        <Link href={hrefOf(Math.min(query.page - 1, pages))} className={buttonClass("secondary")}>
          {t("campaigns.previous")}
        </Link>
      ) : (
        <span />
      )}
      <span className="text-xs tabular-nums">{t("campaigns.page", { page: query.page, pages })}</span>
      {query.page < pages ? (
        <Link href={hrefOf(query.page + 1)} className={buttonClass("secondary")}>
          {t("campaigns.next")}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
