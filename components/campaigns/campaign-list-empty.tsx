import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import { campaignQueryString } from "./campaign-query-string.ts";
import type { CampaignQuery } from "./read-campaign-query.ts";

/** Why the list is empty: nothing matches, nothing archived, or nothing made yet. */
export function CampaignListEmpty({ home, query, t }: { home: string; query: CampaignQuery; t: Translate }) {
  if (query.search !== "" || query.page > 1) {
    const clear = (
      <Link
        href={`${home}${campaignQueryString({ ...query, search: "", page: 1 })}`}
        className={buttonClass("secondary")}
      >
        {t("campaigns.clearSearch")}
      </Link>
    );
    return (
      <EmptyState
        title={t("campaigns.nothingFound.title")}
        text={t("campaigns.nothingFound.text")}
        action={clear}
      />
    );
  }
  if (query.archived) {
    return <EmptyState title={t("campaigns.emptyArchived.title")} text={t("campaigns.emptyArchived.text")} />;
  }
  return <EmptyState title={t("campaigns.empty.title")} text={t("campaigns.empty.text")} />;
}
