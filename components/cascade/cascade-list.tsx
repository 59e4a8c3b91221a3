import Link from "next/link";
import { ChoiceLinks } from "#components/layout/choice-links.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import { cascadeFilterQuery } from "#lib/explorer/cascade-filter-query.ts";
import { CASCADE_VIEWS, type CascadeFilter } from "#lib/explorer/cascade-sort.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { CascadeFilters } from "./cascade-filters.tsx";
import { CascadeForest } from "./cascade-forest.tsx";
import { CascadeListTable } from "./cascade-list-table.tsx";
import { CascadePager } from "./cascade-pager.tsx";

interface CascadeListProps {
  readonly list: {
    readonly rows: readonly CascadeRow[];
    readonly total: number;
    readonly all: number;
    readonly page: number;
    readonly pages: number;
    readonly channels: readonly string[];
  };
  readonly filter: CascadeFilter;
  /** Path of the list, without a query. */
  readonly path: string;
  readonly importHref: string;
  readonly zone: string;
  readonly locale: Locale;
  readonly t: Translate;
}

/** A campaign's cascades with their filters, or why there are none. */
export function CascadeList({ importHref, list, ...props }: CascadeListProps) {
  const { filter, path, t } = props;
  if (list.all === 0) {
    return (
      <EmptyState
        title={t("cascades.list.empty.title")}
        text={t("cascades.list.empty.text")}
        action={
          <Link href={importHref} className={buttonClass()}>
            {t("cascades.list.empty.action")}
          </Link>
        }
      />
    );
  }
  const views = CASCADE_VIEWS.map((view) => ({
    href: path + cascadeFilterQuery({ ...filter, view }),
    label: t(`cascades.view.${view}`),
    isCurrent: view === (filter.view ?? "list"),
  }));
  return (
    <>
      <div className="mb-4 w-fit">
        <ChoiceLinks label={t("cascades.view")} choices={views} />
      </div>
      <CascadeFilters
        key={JSON.stringify(filter)}
        filter={filter}
        channels={list.channels}
        clearHref={path}
        t={t}
      />
      {list.total === 0 ? (
        <EmptyState
          title={t("cascades.list.noMatch.title")}
          text={t("cascades.list.noMatch.text")}
          action={
            <Link href={path} className={buttonClass("secondary")}>
              {t("cascades.list.clear")}
            </Link>
          }
        />
      ) : (
        <Card
          widget="cascades"
          name={t("cascades.list.title")}
          note={`${t("cascades.list.count", { count: list.total })} · ${t("common.zone", { zone: props.zone })}`}
        >
          {filter.view === "forest" ? (
            <CascadeForest rows={list.rows} {...props} />
          ) : (
            <CascadeListTable rows={list.rows} {...props} />
          )}
          <CascadePager page={list.page} pages={list.pages} filter={filter} path={path} t={t} />
        </Card>
      )}
    </>
  );
}
