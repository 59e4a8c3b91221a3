import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import { cascadeFilterQuery } from "#lib/explorer/cascade-filter-query.ts";
import type { CascadeFilter } from "#lib/explorer/cascade-sort.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** Links to the pages before and after; nothing when one page holds all. */
export function CascadePager(props: {
  filter: CascadeFilter;
  page: number;
  pages: number;
  path: string;
  t: Translate;
}) {
  const { filter, page, pages, path, t } = props;
  if (pages < 2) return null;
  const hrefOf = (target: number) => path + cascadeFilterQuery({ ...filter, page: target });
  return (
    <nav aria-label={t("cascades.list.pages")} className="mt-4 flex items-center justify-between gap-3">
      {page > 1 ? (
        <Link rel="prev" href={hrefOf(page - 1)} className={buttonClass("secondary")}>
          {t("cascades.list.previous")}
        </Link>
      ) : (
        <span />
      )}
      <span className="tabular-nums text-slate-600 dark:text-slate-400">
        {t("cascades.list.page", { page, pages })}
      </span>
      {page < pages ? (
        <Link rel="next" href={hrefOf(page + 1)} className={buttonClass("secondary")}>
          {t("cascades.list.next")}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
