import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { sharerQueryString } from "#lib/answers/sharers/sharer-query-string.ts";
import type { SharerPage, SharerQuery } from "#lib/answers/sharers/sharers.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { Pager } from "./pager.tsx";
import { SharerFilters } from "./sharer-filters.tsx";
import { SharerTable } from "./sharer-table.tsx";
import { SharerTotalsGrid } from "./sharer-totals-grid.tsx";

interface ListProps {
  readonly list: SharerPage;
  readonly query: SharerQuery;
  /** Path of the campaign. */
  readonly base: string;
  readonly currency: string | null;
  readonly zone: string;
  readonly locale: Locale;
  readonly t: Translate;
}

/** A campaign's sharers with totals, search and rule of credit, or why there are none. */
export function SharerList({ list, base, ...props }: ListProps) {
  const { query, t } = props;
  const path = `${base}/sharers`;
  if (list.totals.persons === 0) {
    const action = (
      <Link href={`${base}/import`} className={buttonClass()}>
        {t("sharers.empty.action")}
      </Link>
    );
    return <EmptyState title={t("sharers.empty.title")} text={t("sharers.empty.text")} action={action} />;
  }
  const hrefOf = (page: number) => path + sharerQueryString({ ...query, page });
  const clear = (
    <Link
      href={path + sharerQueryString({ ...query, search: "", who: "all", page: 1 })}
      className={buttonClass("secondary")}
    >
      {t("sharers.clear")}
    </Link>
  );
  return (
    <div className="space-y-6">
      <SharerTotalsGrid totals={list.totals} {...props} />
      <SharerFilters query={query} path={path} t={t} />
      {list.found === 0 ? (
        <EmptyState title={t("sharers.noMatch.title")} text={t("sharers.noMatch.text")} action={clear} />
      ) : (
        <Card
          widget="sharers"
          name={t("sharers.title")}
          note={`${t("sharers.found", { count: list.found })} · ${t("common.zone", { zone: props.zone })}`}
        >
          <SharerTable rows={list.rows} path={path} {...props} />
          <Pager page={list.page} pages={list.pages} hrefOf={hrefOf} t={t} />
        </Card>
      )}
    </div>
  );
}
